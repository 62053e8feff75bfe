# two minutes of texts and bytes that are meant to hurt, a minute for each module that decodes them

mvn -B -ntp test -pl policy-language,pdp-server -am -Dspotless.check.skip \
  -Dtest='*FuzzTest' -Dsurefire.failIfNoSpecifiedTests=false -Dverdict.fuzz=60s
