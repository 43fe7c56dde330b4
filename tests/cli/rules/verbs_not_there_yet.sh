for verb in new learn explain preview fmt accept diff health import; do
    "$LUBB" rules $verb -h || echo $?
done
