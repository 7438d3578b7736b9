# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # much is from local.sh or for the commands that source this
# How pages of the installation on this machine are looked at from outside. Source it after local.sh.

audiences=(coordinator mentor caseworker mentee lead administrator)

# Somebody of each audience among the demo people.
demo_person() {
    case $1 in
        coordinator) say priya.shah@brightforge.example ;;
        mentor) say amara.bell@brightforge.example ;;
        caseworker) say sam.okafor@programme.example ;;
        mentee) say riley.dunn@young.example ;;
        lead) say ines.marlow@programme.example ;;
        administrator) say "${ADMIN_EMAIL:-administrator@mentoring.example}" ;;
        *) say "$1" ;;
    esac
}

tools=$root/tests/pages
reports=

# Browsers know the portal by a name: its cookies are for secure places, and of those without a certificate only localhost is one.
portal_address() { say "http://localhost:$PORTAL_PORT"; }

need_demo() {
    local service
    install_missing curl
    [ -f "$state/demo" ] || fail "there are no demo people on this machine. Run deploy/up first."
    for service in "${services[@]}"; do answers_ready "$service" || fail "the $service service does not run. Run deploy/up first."; done
}

# need_page_tools PROGRAM...: the programs and, from the pinned list in tests/pages, the packages that look at pages.
need_page_tools() {
    install_missing "$@"
    if ! [ -f "$tools/node_modules/.package-lock.json" ] || [ "$tools/package-lock.json" -nt "$tools/node_modules/.package-lock.json" ]; then
        say "Getting Lighthouse …" >&2
        (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 || fail "npm could not get the packages in tests/pages/package-lock.json; why is above."
        touch "$tools/node_modules/.package-lock.json"
    fi
}

in_tools() { (cd "$tools" && CHROMIUM=${MENTORING_CHROMIUM:-$(command -v chromium || true)} "$@"); }

# signed_in WHO:PATH: HANDLE:PATH, where HANDLE is that of a new sign-in; WHO is an audience or an e-mail address. A PATH alone stays.
signed_in() {
    local who=${1%%:*}
    if [ "$who" = "$1" ]; then
        say "$1"
    else
        say "$(handle_of "$(demo_person "$who")"):${1#*:}"
    fi
}
# A sign-in that still holds is used again: a young person is sent only so many codes in a quarter of an hour.
handle_of() {
    local kept=$state/run/sign-in.$1 handle
    handle=$(cat "$kept" 2>/dev/null || true)
    if [ -z "$handle" ] || ! printf 'header = "Authorization: Session %s"\n' "$handle" | curl -fs -K - -o /dev/null "$(address_of portal)/api/me"; then
        handle=$(run_demo sign-in "$1") || fail "$1 cannot be signed in; why is above."
        (umask 077 && say "$handle" >"$kept")
    fi
    say "$handle"
}

# The folder that reports go into, empty, in $reports.
make_report_folder() {
    reports=$state/$1
    if ! { rm -rf "$reports" && mkdir -p "$reports"; } 2>/dev/null; then fail "$reports cannot be written. It belongs to $(stat -c %U "$state"); run this command as that user."; fi
}
