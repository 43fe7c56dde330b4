for option in --url --weights --content-type --output -o; do
    "$LUBB" $option
done
