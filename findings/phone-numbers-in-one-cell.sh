#!/usr/bin/env bash
# What phonenumbers makes of a cell that holds two numbers, the second cut short to its last digit.
#
# phonenumbers 9.0.43 raises an error for two whole numbers with a slash between them, but reads
# "020 7946 0123/4" as the one number +44 20 7946 01234: it joins the digits on both sides. That
# number is not possible, which must be asked for separately. A list with a semicolon is refused.
#
# Why it matters: "0123/4" is how offices and directories write two lines, so a parser that trusts
# parse() files a subscriber whom nobody has.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q phonenumbers==9.0.43
cd "$dir"
cat > see.py <<'P'
import phonenumbers

for text in ("020 7946 0123/4", "020 7946 0123 / 020 7946 0124", "020 7946 0123; 020 7946 0124"):
    try:
        n = phonenumbers.parse(text, "GB")
        print(text, "->", phonenumbers.format_number(n, phonenumbers.PhoneNumberFormat.E164),
              "possible:", phonenumbers.is_possible_number(n))
    except phonenumbers.NumberParseException as e:
        print(text, "-> error", e.error_type)
P
cat > expected <<'X'
020 7946 0123/4 -> +4420794601234 possible: False
020 7946 0123 / 020 7946 0124 -> error 4
020 7946 0123; 020 7946 0124 -> error 1
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: a slash and one digit make a longer number"
