#!/usr/bin/env bash
# On which day a moment falls that pyarrow wrote to Parquet with a time zone, as INT96 and as
# INT64.
#
# pyarrow 26.0.1 keeps the zone of a column in the file's own Arrow schema for both. It reads the
# zone back for INT64 only: of an INT96 column it makes a timestamp without zone, in UTC, though
# the schema beside it in the file still names the zone. So the same moment of the same table is
# 1 December in Athens by one file and 30 November by the other.
#
# Why it matters: older Spark, Hive and Impala chains ask for INT96, and an arrival just after
# midnight moves to the day, and the month, before.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pyarrow==26.0.1 tzdata==2025.2
cd "$dir"
cat > see.py <<'P'
import base64
import datetime
import pyarrow
import pyarrow.compute
import pyarrow.parquet

moment = datetime.datetime(2015, 11, 30, 22, 30, tzinfo=datetime.timezone.utc)
table = pyarrow.table({"t": pyarrow.array([moment], pyarrow.timestamp("ns", tz="Europe/Athens"))})
for name, int96 in (("INT64", False), ("INT96", True)):
    pyarrow.parquet.write_table(table, name, use_deprecated_int96_timestamps=int96)
    kept = base64.b64decode(pyarrow.parquet.read_metadata(name).metadata[b"ARROW:schema"])
    column = pyarrow.parquet.read_table(name)["t"]
    print(name, "file names the zone:", b"Europe/Athens" in kept, "| read as", column.type, "| day",
          column.cast(pyarrow.date32())[0])
P
cat > expected <<'X'
INT64 file names the zone: True | read as timestamp[ns, tz=Europe/Athens] | day 2015-12-01
INT96 file names the zone: True | read as timestamp[ns] | day 2015-11-30
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: the zone of an INT96 column is in the file and is not read"
