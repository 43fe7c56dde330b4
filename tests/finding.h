/* finding.h - the words of a finding, for tests to compare. */
#ifndef LUBB_TESTS_FINDING_H
#define LUBB_TESTS_FINDING_H

#include "rules/rule_findings.h"

/* The message of a finding; the next call overwrites it. */
static inline struct str
message_of(const struct rule_finding *finding)
{
    static char message[512];

    rule_finding_message(finding, message, sizeof message);
    return str_of(message);
}

#endif
