/* rules.h - `lubb rules VERB`: for those who write rules.
 *
 * What is wrong in files of rules, whether their cases hold, what a value hits,
 * which file speaks of a page. Each verb has a file of its own; all ask the
 * library (lubb_rules.h) and print. Status 0: nothing to say; 1: something
 * was found wrong (of try and which: nothing was found); 2: it could not be
 * done.
 */
#ifndef LUBB_CLI_RULES_H
#define LUBB_CLI_RULES_H

/* argv[0] is "rules", argv[1] the verb. Returns the exit status. */
int rules_main(int argc, char **argv);

#endif
