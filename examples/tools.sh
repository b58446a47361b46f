# Sourced by the run scripts: installs Debian packages that are missing.

# install PACKAGE...
install() {
    if [ "$(id -u)" -eq 0 ]; then
        root=""
    elif command -v sudo >/dev/null 2>&1; then
        root="sudo"
    else
        echo "please install: $*" >&2
        exit 1
    fi
    echo "installing: $*" >&2
    $root apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq \
            --no-install-recommends "$@" >/dev/null
}

# need COMMAND PACKAGE...: installs the packages when the command is missing
need() {
    command=$1
    shift
    command -v "$command" >/dev/null 2>&1 || install "$@"
}
