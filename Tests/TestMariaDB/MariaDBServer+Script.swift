extension MariaDBServer {
    /// What the guard does. `$1` is the server's program and the rest its arguments; `install` is
    /// followed by the user that the server runs as.
    static let script = """
        server=
        begin() { "$@" </dev/null >>"$folder/log" 2>&1 & server=$!; }
        end() { [ -z "$server" ] || { kill -CONT $server; kill -$1 $server; wait $server; } 2>/dev/null
            server=; }
        trap '' INT HUP TERM
        while read -r word owner; do
            case $word in
            install)
                chown "$owner" "$folder" && mkdir "$folder/data" && chown "$owner" "$folder/data" &&
                    mariadb-install-db --no-defaults --user="$owner" \\
                    --datadir="$folder/data" --auth-root-authentication-method=normal \\
                    --skip-test-db --tmpdir="$folder" >"$folder/install.log" 2>&1 </dev/null ||
                    { echo "$(grep -iE 'error|cannot|denied|not found' "$folder/install.log" | head -n 3 | tr '\\n' ' ')"; continue; } ;;
            certify)
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \\
                    -keyout "$folder/key.pem" -out "$folder/certificate.pem" -subj /CN=localhost \\
                    -addext subjectAltName=DNS:localhost </dev/null >"$folder/openssl.log" 2>&1 ||
                    { echo "openssl failed"; continue; } ;;
            start) begin "$@" ;;
            kill) end KILL ;;
            stop) end TERM ;;
            pause) kill -STOP $server ;;
            resume) kill -CONT $server ;;
            isup) kill -0 $server 2>/dev/null ||
                { echo "$(grep -F ERROR "$folder/log" | tail -n 3 | tr '\\n' ' ')"; continue; } ;;
            esac
            echo ok
        done
        end KILL
        rm -rf "$folder"
        """
}
