#!/usr/bin/env bash
# What phonenumbers makes of "0044 7700 900123" (a number kept for fiction) by the country that the
# call list comes from.
#
# 00 dials abroad from most countries, and phonenumbers 9.0.43 reads it so for France. From Russia
# one dials 8~10: there the same text becomes a Russian number, +7 00 44 7700 900123, and
# is_possible_number says True, for Russia has possible numbers of 14 digits. From the United
# States (011) it stays impossible.
#
# Why it matters: handsets and exports write 00 whatever the country. "Possible" does not catch
# it; only is_valid_number does, which fictional and new ranges fail as well.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q phonenumbers==9.0.43
cd "$dir"
cat > see.py <<'P'
import phonenumbers

for region in ("FR", "RU", "US"):
    n = phonenumbers.parse("0044 7700 900123", region)
    print(region, phonenumbers.format_number(n, phonenumbers.PhoneNumberFormat.E164),
          "possible:", phonenumbers.is_possible_number(n), "valid:", phonenumbers.is_valid_number(n))
P
cat > expected <<'X'
FR +447700900123 possible: True valid: False
RU +700447700900123 possible: True valid: False
US +100447700900123 possible: False valid: False
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: 00 is read by the country's own prefix, and the result can be possible"
