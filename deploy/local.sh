# shellcheck shell=bash
# The installation on this machine: where its files are, how a service is built, set, started and stopped. Source it after lib.sh.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
need_service_user
state=$(place_for "$root/.local")

# All ports are on 127.0.0.1; each can be chosen by the variable of that name.
PORTAL_PORT=${PORTAL_PORT:-5100}
MENTOR_PORT=${MENTOR_PORT:-5101}
MENTEE_PORT=${MENTEE_PORT:-5102}
MATCHING_PORT=${MATCHING_PORT:-5103}
SESSION_PORT=${SESSION_PORT:-5104}
SAFEGUARDING_PORT=${SAFEGUARDING_PORT:-5105}
POSTGRES_PORT=${POSTGRES_PORT:-54320}
RABBITMQ_PORT=${RABBITMQ_PORT:-56720} # and the three after it

services=(portal mentor mentee matching session safeguarding)

port_of() {
    local name=${1^^}_PORT
    say "${!name}"
}
address_of() { say "http://127.0.0.1:$(port_of "$1")"; }
# Passkeys belong to a name and never to a number, so people come by this one.
public_address() { say "http://localhost:$PORTAL_PORT"; }

assembly_of() {
    case $1 in
        portal) say Mentoring.Portal ;;
        mentor) say Mentoring.Mentors ;;
        mentee) say Mentoring.Mentees ;;
        matching) say Mentoring.Matching ;;
        session) say Mentoring.Sessions ;;
        safeguarding) say Mentoring.Safeguarding ;;
        demo) say Mentoring.Demo ;;
        *) fail "there is no program called '$1'. There are: ${services[*]}." ;;
    esac
}
folder_of() { say "$state/build/bin/$(assembly_of "$1")/release"; }

need_own_state() {
    if [ -e "$state" ] && ! [ -w "$state" ]; then fail "$state belongs to $(stat -c %U "$state"); run this command as that user."; fi
    mkdir -p "$state" 2>/dev/null || fail "$state cannot be made. Is the disk full or read-only, or the place not yours?"
    chmod 0755 "$state"
    need_space "$state" 1000
    local name
    for name in home mail logs anchors; do own_directory "$state/$name"; done
    mkdir -p "$state/run"
}

# One deploy/up or deploy/down at a time. File 9 is not given on to what is started.
one_at_a_time() {
    exec 9>"$state/.lock"
    flock -n 9 || fail "another deploy/up or deploy/down is busy in $state. Wait for it to end."
}

need_dotnet() {
    local wanted dotnet
    wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
    dotnet=$(command -v dotnet) || fail "the .NET SDK $wanted is needed and 'dotnet' is not on the PATH. See https://dotnet.microsoft.com/download"
    (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "the .NET SDK $wanted is needed; 'dotnet --list-sdks' shows which ones are here. See https://dotnet.microsoft.com/download"
    as_service_user test -x "$(readlink -f "$dotnet")" || fail "$dotnet is in a place that only root can enter, and the services do not run as root. Install .NET for everybody, for instance in /usr/share/dotnet."
}

# Passwords of the services' database roles, made once and readable by the owner only. A service that came later gets its own.
read_secrets() {
    local role
    for role in "${services[@]}" "${services[@]/%/_owner}"; do
        if ! grep -qs "^${role^^}_PASSWORD=" "$state/secrets"; then
            (umask 077 && { cat "$state/secrets" 2>/dev/null || true; say "${role^^}_PASSWORD=$(new_secret)"; } >"$state/secrets.new")
            mv "$state/secrets.new" "$state/secrets"
        fi
    done
    # shellcheck disable=SC1091
    source "$state/secrets"
}

# The environment of a service, a line a setting. Mail__, OTEL_ and Logging__ settings of the caller are passed on.
settings_of() {
    local other
    env | grep -E '^(Mail__|OTEL_|Logging__)' | sort || true
    cat <<SETTINGS
HOME=$state/home
ASPNETCORE_ENVIRONMENT=Production
ASPNETCORE_URLS=$(if [ "$1" = portal ]; then public_address; else address_of "$1"; fi)
ConnectionStrings__Database=$(database_of "$1" "$1")
RabbitMq__Uri=$MENTORING_RABBITMQ
Auth__Issuer=$(address_of portal)
Audit__Anchors=$state/anchors
SETTINGS
    if [ "$1" = session ]; then
        say "Portal__PublicAddress=$(public_address)"
        # A stand-in, so that meeting by video can be looked at; it leads nowhere.
        say "Video__Address=${Video__Address:-https://video.example/{room\}}"
    fi
    if [ "$1" = portal ]; then
        for other in "${services[@]}"; do [ "$other" = portal ] || say "Services__${other^}=$(address_of "$other")"; done
        say "Portal__PublicAddress=$(public_address)"
        # How to reach the programme, on its page Contact. The number is one of Ofcom's for drama: it rings nowhere.
        say "Programme__Email=${Programme__Email:-hello@mentoring.example}"
        say "Programme__Phone=${Programme__Phone:-0116 496 0123}"
        # Demo people all join within a minute, and only this machine can reach the portal.
        say "RateLimits__GuessesPerMinute=600"
        [ -n "${Mail__Folder:-}${Mail__Smtp__Host:-}" ] || say "Mail__Folder=$state/mail"
    fi
}

# with_settings SERVICE COMMAND...: in the folder of the service and with its settings; for a subshell.
with_settings() {
    local line
    while IFS= read -r line; do export "${line?}"; done < <(settings_of "$1")
    cd "$(folder_of "$1")" || exit
    shift
    "$@"
}

# database_of SERVICE ROLE: how to connect as the role, "mentor" or "mentor_owner".
database_of() {
    local password=${2^^}_PASSWORD
    say "Host=127.0.0.1;Port=$POSTGRES_PORT;Database=$1;Username=$2;Password=${!password}"
}

# Runs a command of a service, for instance: run_command mentor migrate. With $command_limit set, for so many seconds at most.
# Only migrate works as the owner of the database.
command_limit=
run_command() {
    local service=$1 owner=''
    shift
    if [ "$1" = migrate ]; then owner=$(database_of "$service" "${service}_owner"); fi
    (export Logging__LogLevel__Default=Warning ConnectionStrings__Owner="$owner" && with_settings "$service" as_service_user timeout --foreground "${command_limit:-0}" dotnet "$(folder_of "$service")/$(assembly_of "$service").dll" "$@" 9>&-)
}

# Runs a command of the demo, for instance: run_demo sign-in EMAIL.
run_demo() {
    (
        export MENTORING_MAIL=$state/mail MENTORING_AUTHENTICATORS=$state/home/authenticators HOME=$state/home
        for service in "${services[@]}"; do export "MENTORING_${service^^}=$(address_of "$service")"; done
        as_service_user dotnet "$(folder_of demo)/$(assembly_of demo).dll" "$@" 9>&-
    )
}

# ---- building

# Changes when any source file comes, goes or changes.
sources_stamp() {
    (cd "$root" && find contracts services deploy/demo deploy/programs.slnf ./*.props global.json .editorconfig BannedSymbols.txt \
        \( -name bin -o -name obj -o -name node_modules -o -path services/portal/Assets/dist \) -prune -o -type f -printf '%p %s %T@\n' | sort | cksum)
}

is_built() { [ "$(cat "$state/build/stamp" 2>/dev/null)" = "$(sources_stamp)" ]; }

build() {
    local stamp log=$state/logs/build.log
    stamp=$(sources_stamp)
    mkdir -p "$state/build"
    rm -f "$state/build/stamp"
    (cd "$root" && export UseArtifactsOutput=true ArtifactsPath="$state/build" &&
        dotnet restore deploy/programs.slnf --locked-mode && dotnet build deploy/programs.slnf -c Release --no-restore -v quiet --nologo) >"$log" 2>&1 9>&- || {
        grep -E 'error|warning' "$log" | sort -u >"$log.short" || true
        if [ -s "$log.short" ]; then last_lines "$log.short"; else last_lines "$log"; fi
        fail "the build failed; all it said is in $log."
    }
    say "$stamp" >"$state/build/stamp"
}

# ---- processes

service_pid() { pid_in "$state/run/$1.pid"; }
service_runs() { is_running "$(service_pid "$1")" "$(folder_of "$1")"; }
fingerprint_of() { { settings_of "$1" && cat "$state/build/stamp"; } | cksum; }

# Runs, with today's settings and today's build.
runs_as_it_should() { service_runs "$1" && [ "$(cat "$state/run/$1.fingerprint" 2>/dev/null)" = "$(fingerprint_of "$1")" ]; }

all_run_as_they_should() {
    local service
    for service in "${services[@]}"; do runs_as_it_should "$service" || return 1; done
}

stop_services() {
    local service pid
    for service in "${services[@]}"; do
        if service_runs "$service"; then kill "$(service_pid "$service")" 2>/dev/null || true; fi
    done
    for service in "${services[@]}"; do
        if service_runs "$service"; then
            pid=$(service_pid "$service")
            within 30 gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
            within 10 gone "$pid" || fail "the $service service (process $pid) cannot be stopped."
        fi
        rm -f "$state/run/$service.pid" "$state/run/$service.fingerprint"
    done
}

start_service() {
    local log=$state/logs/$1.log
    need_free_port "$(port_of "$1")" "the $1 service" "${1^^}_PORT=… deploy/up"
    if [ -f "$log" ]; then mv "$log" "$log.1"; fi
    (
        with_settings "$1" in_background "$log" dotnet "$(folder_of "$1")/$(assembly_of "$1").dll"
        # shellcheck disable=SC2154  # set by in_background
        say "$started" >"$state/run/$1.pid"
    )
    fingerprint_of "$1" >"$state/run/$1.fingerprint"
}

answers_ready() {
    local line=''
    { exec 3<>"/dev/tcp/127.0.0.1/$(port_of "$1")"; } 2>/dev/null || return 1
    printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    read -r -t 5 line <&3 || true
    exec 3>&-
    [[ $line == *' 200 '* ]]
}

wait_until_ready() {
    local service=$1
    settled() { answers_ready "$service" || ! service_runs "$service"; }
    within 120 settled || true
    if ! service_runs "$service"; then
        last_lines "$state/logs/$service.log"
        fail "the $service service ended while starting. The last lines of $state/logs/$service.log are above."
    fi
    answers_ready "$service" || {
        last_lines "$state/logs/$service.log"
        fail "the $service service is not ready after two minutes; $(address_of "$service")/health/ready says why. The last lines of $state/logs/$service.log are above."
    }
}
