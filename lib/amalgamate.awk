# Joins C sources into one, on standard output:
#
#     awk -v root=ROOT -f amalgamate.awk SOURCE…
#
# Sources are named from ROOT, private headers from ROOT/lib. Each header is
# pasted once, where it is first asked for; those named …lanes.h, which are
# compiled for another number of lanes each time, and …_rows.h, which are part
# of a table, wherever they are asked for.
# Names that a source has for itself get its name in front, and its macros end
# with it. What cannot be joined is told, with status 1.

function fail(message) {
    print "amalgamate: " message > "/dev/stderr"
    failed = 1
    exit 1
}

# --- Tokens ----------------------------------------------------------------

# Appends the tokens of a file: text[]; kind[]: n a name, s what has no meaning
# (blanks, ends of lines, comments), o others; directive[]: in a line of the
# preprocessor. Whoever is done with them takes them off, by `last`.
function tokenise(path,    line, got, comment, in_directive) {
    comment = in_directive = 0
    while ((got = (getline line < path)) > 0) {
        if (!in_directive && !comment)
            in_directive = line ~ /^[ \t]*#/
        comment = tokenise_line(line, comment, in_directive)
        push("\n", "s", in_directive)
        if (line !~ /\\$/ && !comment)
            in_directive = 0
    }
    close(path)
    if (got < 0)
        fail(path " cannot be read")
}

function push(token, what, in_directive) {
    text[++last] = token
    kind[last] = what
    directive[last] = in_directive
}

function tokenise_line(line, comment, in_directive,    what, n) {
    while (line != "") {
        what = "o"
        if (comment || line ~ /^\/\*/) {
            n = index(comment ? line : "  " substr(line, 3), "*/")
            comment = n == 0
            n = comment ? length(line) : n + 1
            what = "s"
        } else if (match(line, /^[A-Za-z_][A-Za-z0-9_]*/)) {
            n = RLENGTH
            what = "n"
        } else if (match(line, /^[ \t]+/)) {
            n = RLENGTH
            what = "s"
        } else if (match(line, /^\.?[0-9][A-Za-z0-9_.]*/) ||
                   match(line, /^"([^"\\]|\\.)*"/) ||
                   match(line, /^'([^'\\]|\\.)*'/) || match(line, /^->/)) {
            n = RLENGTH
        } else {
            n = 1
        }
        push(substr(line, 1, n), what, in_directive)
        line = substr(line, n + 1)
    }
    return comment
}

# The place of the next token that means something.
function after(i) {
    while (++i < last && kind[i] == "s") {}
    return i
}

# The place of the token behind the bracket that closes the one at i.
function behind(i,    paren) {
    do {
        paren += text[i] == "("
        paren -= text[i] == ")"
        i = after(i)
    } while (paren > 0 && i < last)
    return i
}

# The header that the directive at token i asks for, "" if it does not.
function included(i) {
    i = after(i)
    i = text[i] == "include" ? after(i) : i
    return text[i] ~ /^"/ ? substr(text[i], 2, length(text[i]) - 2) : ""
}

function is_again(name) {
    return name ~ /(lanes|_rows)\.h$/
}

function is_private(name,    line) {
    if (!(name in private)) {
        private[name] = (getline line < (root "/lib/" name)) >= 0
        close(root "/lib/" name)
    }
    return private[name]
}

# --- The names that a file has for itself ----------------------------------

# Keeps a name of a source.
function own(owner, name) {
    if (name !~ /^(attain_|ATTAIN_|_)/)
        owned[owner, name] = 1
}

# Reads the names of a file and of the headers it asks for.
function survey(owner, path,    first, end, i, name) {
    first = last
    tokenise(path)
    end = last
    survey_tokens(owner, path, first + 1, end)
    for (i = first + 1; i <= end; i++) {
        if (!directive[i] || text[i] != "#" || (name = included(i)) == "")
            continue
        if (is_again(name) && !((owner, name) in seen)) {
            seen[owner, name] = 1
            survey(owner, root "/lib/" name)
        }
    }
    last = first
}

function survey_tokens(owner, path, i, end,    token, before, before2, depth,
                       paren, opens) {
    depth = paren = 0
    tag = before = before2 = ""
    for (; i <= end; i++) {
        token = text[i]
        if (directive[i] && token == "#")
            survey_macro(owner, i)
        if (directive[i] || kind[i] == "s")
            continue
        if (token == "{") {
            opens = depth++ == 0 ? tag : opens
            tag = ""
        } else if (token == "}") {
            depth--
        } else if (token == "(") {
            paren++
            tag = ""
        } else if (token == ")") {
            paren--
        } else if (depth == 0 && paren == 0) {
            survey_outer(owner, i, token, before)
        } else if (kind[i] == "n" && (depth == 0 && paren == 1 ? \
                   before2 == "(" && before == "*" : \
                   depth == 1 && opens == "enum" && before ~ /^[{,]$/)) {
            own(owner, token)
        }
        before2 = before
        before = token
    }
    if (depth != 0 || paren != 0)
        fail(path ": its brackets do not match")
}

# A token outside all brackets. `tag` is what the next brace would open.
function survey_outer(owner, i, token, before,    next_token) {
    next_token = text[after(i)]
    if (token ~ /^(struct|union|enum)$/)
        tag = token
    else if (token ~ /^[;=]$/)
        tag = ""
    if (kind[i] != "n")
        return
    if (token == "ATTAIN_I_WIDE")
        survey_wide(owner, i)
    else if (token ~ /^[A-Z_]+$/ && before !~ /^[A-Za-z_*]/ &&
             next_token == "(" && text[behind(after(i))] == "{")
        own(owner, text[after(after(i))]) # MACRO(name) { … }
    else if (before ~ /^(struct|union|enum)$/ ? next_token == "{" : \
             next_token == "(" ? before ~ /^([A-Za-z_].*|\*)$/ : \
             before != "" && next_token ~ /^([\[=;,]|__attribute__)$/)
        own(owner, token)
}

# ATTAIN_I_WIDE(storage, name, …) defines `name`, by `name_loop`.
function survey_wide(owner, i) {
    while (text[i] != ",")
        i++
    own(owner, text[after(i)])
}

function survey_macro(owner, i) {
    i = after(i)
    if (text[i] != "define")
        return
    i = after(i)
    if (!((owner, text[i]) in macro)) {
        macro[owner, text[i]] = 1
        macros[owner] = macros[owner] "#undef " text[i] "\n"
    }
}

# --- Writing ---------------------------------------------------------------

function renamed(owner, name) {
    if (!((owner, name) in owned))
        return name
    sub(/^lib\//, "", owner)
    sub(/\.c$/, "", owner)
    gsub(/[^A-Za-z0-9]/, "_", owner)
    return owner "_" name
}

# Whether the name at token i is that of a member, which no other name meets.
function is_member(i, before, before2, inside) {
    return before == "." || before == "->" || \
           inside == "struct" && (text[after(i)] ~ /^[;,\[:]$/ || \
                                  before == "*" && before2 == "(")
}

# Handles a directive; false when its line is left out.
function direct(owner, path, i,    word, name) {
    word = text[after(i)]
    conditions += word ~ /^if/
    conditions -= word == "endif"
    name = included(i)
    if (name == "")
        return !(word == "define" && text[after(after(i))] ~ /^_[A-Z]/)
    if (is_private(name) && (is_again(name) || !(name in pasted))) {
        if (!is_again(name) && conditions > 0)
            fail(path ": " name " is asked for under a condition")
        pasted[name] = 1
        paste(is_again(name) ? owner : "", root "/lib/" name, -1)
    }
    return 0
}

# `conditions` are those around a place; the guard of a header is none.
function paste(owner, path, around,    first, end, i, token, out, before,
               before2, depth, opens, tag, outside) {
    outside = conditions
    conditions = around
    first = last
    tokenise(path)
    end = last
    print "\n/* ---- " substr(path, length(root) + 2) " ---- */\n"
    depth = 0
    out = before = before2 = tag = ""
    for (i = first + 1; i <= end; i++) {
        token = text[i]
        if (directive[i] && token == "#" && out ~ /^[ \t]*$/ &&
            !direct(owner, path, i)) {
            while (text[i] != "\n")
                i++
        } else if (token == "\n") {
            print out
            out = ""
        } else if (kind[i] == "s") {
            out = out token
        } else {
            out = out (kind[i] == "n" && !is_member(i, before, before2,
                       opens[depth]) ? renamed(owner, token) : token)
            if (token == "{")
                opens[++depth] = tag
            else if (token == "}" && depth > 0)
                depth--
            if (token ~ /^(struct|union)$/)
                tag = "struct"
            else if (token ~ /^([;{}=()]|enum)$/)
                tag = ""
            before2 = before
            before = token
        }
    }
    last = first
    conditions = outside
}

function asks_gcc(path,    line, asks) {
    while (!asks && (getline line < path) > 0)
        asks = line ~ /^#pragma GCC target/
    close(path)
    return asks
}

BEGIN {
    last = 0
    gcc = "\n#if defined(__GNUC__) && !defined(__clang__)\n"
    for (n = 1; n < ARGC; n++)
        survey(ARGV[n], root "/" ARGV[n])
    for (n = 1; n < ARGC; n++) {
        # What a source asks of gcc for a kind of processor ends with it.
        wide = asks_gcc(root "/" ARGV[n])
        if (wide)
            print gcc "#pragma GCC push_options\n#endif"
        paste(ARGV[n], root "/" ARGV[n], 0)
        if (wide)
            print "\n" gcc "#pragma GCC pop_options\n#endif"
        if (ARGV[n] in macros)
            printf "\n%s", macros[ARGV[n]]
    }
    exit failed
}
