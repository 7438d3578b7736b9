# shellcheck shell=bash
# What the scripts in this folder share. Source it after `set -euo pipefail`.

umask 022
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*"; }
fail() {
    printf 'deploy: %s\n' "$*" >&2
    exit 1
}

am_root() { [ "$(id -u)" = 0 ]; }

# Servers and services never run as root: root hands them to this system user, anybody else runs them as themselves.
readonly service_user=mentoring

need_service_user() {
    am_root || return 0
    id "$service_user" >/dev/null 2>&1 && return 0
    useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$service_user"
}

# as_service_user COMMAND...: keeps the environment and, in the background, the process id.
as_service_user() {
    if am_root; then
        setpriv --reuid="$service_user" --regid="$service_user" --clear-groups --no-new-privs -- "$@"
    else
        "$@"
    fi
}

# in_background LOG COMMAND...: starts it as the service user, free of this terminal, and puts its process id in $started.
started=
in_background() {
    local log=$1
    shift
    local become=()
    if am_root; then become=(setpriv --reuid="$service_user" --regid="$service_user" --clear-groups --no-new-privs --); fi
    setsid "${become[@]}" "$@" </dev/null >>"$log" 2>&1 9>&- &
    # shellcheck disable=SC2034  # for the caller
    started=$!
    disown
}

# own_directory PATH: made if missing, for the service user's eyes (and root's) only.
own_directory() {
    mkdir -p "$1"
    chmod 0700 "$1"
    if am_root; then chown "$service_user:" "$1"; fi
}

# place_for PATH: where things the service user must reach can live. PATH itself, unless PATH is somewhere only root may enter.
place_for() {
    local wanted parent
    wanted=$(realpath -m "$1")
    if ! am_root; then
        say "$wanted"
        return
    fi
    parent=$wanted
    while [ ! -d "$parent" ]; do parent=$(dirname "$parent"); done
    if [ "$parent" = "$wanted" ]; then parent=$(dirname "$wanted"); fi
    if as_service_user test -x "$parent"; then
        say "$wanted"
    else
        local elsewhere
        elsewhere=/var/lib/mentoring/$(printf '%s' "$wanted" | cksum | cut -d ' ' -f 1)
        printf 'deploy: only root can enter %s, so data is kept in %s\n' "$parent" "$elsewhere" >&2
        say "$elsewhere"
    fi
}

new_secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Who listens on a port, as "program (process 123)"; says so when this user may not see it.
listener() {
    local inode fd
    inode=$(awk -v port="$(printf '%04X' "$1")" '$4 == "0A" && $2 ~ ":" port "$" { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null || true)
    if [ -n "$inode" ]; then
        fd=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 || true)
        if [ -n "$fd" ]; then
            fd=${fd#/proc/}
            say "$(cat "/proc/${fd%%/*}/comm") (process ${fd%%/*})"
            return
        fi
    fi
    say "another program (run 'ss -ltnp sport = :$1' as root to see which)"
}

# need_free_port PORT WHO SETTING: the sentence for a port in use.
need_free_port() {
    if ! listening "$1"; then return 0; fi
    fail "port $1, which $2 needs, is in use by $(listener "$1"). Stop that program, or choose another port: $3."
}

need_port_number() {
    if ! [[ $1 =~ ^[1-9][0-9]{3,4}$ ]] || (($1 < 1024 || $1 > 65530)); then
        fail "'$1' is not a port between 1024 and 65530."
    fi
}

# need_space PATH MEGABYTES
need_space() {
    local free
    free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
    ((free >= $2)) || fail "the disk that holds $1 has $free MB left and at least $2 MB are needed. Free some space and try again."
}

# is_running PID WORD: the process lives and WORD is in its command line (a stale pid file may name a stranger).
is_running() {
    [ -n "$1" ] && [ -r "/proc/$1/cmdline" ] && tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$2"
}

pid_in() { if [ -f "$1" ]; then head -n 1 "$1"; fi; }

# within SECONDS COMMAND...: true as soon as the command is.
within() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

gone() { ! [ -d "/proc/$1" ]; }

last_lines() { if [ -f "$1" ]; then tail -n "${2:-15}" "$1" | cut -c 1-400 | sed 's/^/    /' >&2; fi; }

# Where Debian puts PostgreSQL's programs; the newest of version $1 ('*' for any). Nothing when it is not installed.
postgres_programs() {
    local found
    found=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -path "*/$1/bin" 2>/dev/null | sort -V | tail -n 1)
    if [ -n "$found" ] && [ -x "$found/initdb" ]; then say "$found"; fi
}

rabbit_program() { if [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]; then say /usr/lib/rabbitmq/bin/rabbitmq-server; fi; }

# package_of PROGRAM: the Debian package that has it.
package_of() {
    case $1 in
        node) say nodejs ;;
        *) say "$1" ;;
    esac
}

# install_missing [PROGRAM...]: the Debian packages that are missing: those of the servers and of these programs. A system-wide
# server that was not there before is not left running.
install_missing() {
    local missing=() program
    for program; do command -v "$program" >/dev/null || missing+=("$(package_of "$program")"); done
    [ -n "$(postgres_programs '*')" ] || missing+=(postgresql)
    [ -n "$(rabbit_program)" ] || missing+=(rabbitmq-server)
    ((${#missing[@]})) || return 0

    local sudo=()
    if ! am_root; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            sudo=(sudo)
        else
            fail "these Debian packages are missing and only root can install them. As root, run:
    apt-get update && apt-get install --no-install-recommends ${missing[*]}
and then this command again. (The servers that Debian starts for them are not needed: systemctl disable --now postgresql rabbitmq-server)"
        fi
    fi
    command -v apt-get >/dev/null || fail "please install ${missing[*]}; this script can only do it on Debian and its relatives."

    say "Installing ${missing[*]} …"
    local policy=/usr/sbin/policy-rc.d log ours=no
    log=$(mktemp)
    # Debian's way to say "do not start services while installing". Somebody else's policy is left alone.
    if [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee $policy >/dev/null
        "${sudo[@]}" chmod 0755 $policy
        ours=yes
    fi
    local rc=0
    { "${sudo[@]}" apt-get update &&
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || rc=$?
    if [ $ours = yes ]; then "${sudo[@]}" rm -f $policy; fi
    if ((rc)); then
        last_lines "$log"
        fail "apt-get could not install ${missing[*]}; its last lines are above. Mend that and run this command again."
    fi
    rm -f "$log"
    if [ -d /run/systemd/system ]; then
        local package
        for package in "${missing[@]}"; do "${sudo[@]}" systemctl disable --now "$package" >/dev/null 2>&1 || true; done
    fi
}
