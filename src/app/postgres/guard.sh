# Lets the database down gently when the house that holds the other end of the pipe is gone, however it went.
# A shell, since it waits all its life: one megabyte. $1 is the number of PostgreSQL's first process.
trap '' INT TERM HUP
while read -r _; do :; done
alive() { [ "$(cat "/proc/$1/comm" 2>/dev/null)" = postgres ]; }
for signal in INT QUIT KILL; do
  turns=150
  alive "$1" && kill -"$signal" "$1"
  while alive "$1" && [ "$turns" -gt 0 ]; do
    sleep 0.1
    turns=$((turns - 1))
  done
done
