#!/usr/bin/env python3
"""What the portal stands with docker/nginx.conf in front of it, and without: slow forms, many
connections, large files.

    ./mvnw -DskipTests package
    python3 src/bench/proxy.py target/muster-0.1.0-SNAPSHOT.jar     with nginx and openssl installed

Starts the demo in a folder of its own and nginx with that configuration on other ports, and prints a
line RESULT for each. Those who dawdle come from 127.0.0.1, those who want a page from 127.0.0.2.
"""
import http.client
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import time

PORTAL, HTTPS, HTTP = 8180, 8443, 8181
CONF = pathlib.Path(__file__).parents[2] / "docker" / "nginx.conf"
TRUSTING = ssl._create_unverified_context()
SLOW = (b"POST /login HTTP/1.1\r\nHost: muster.example.com\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 100000\r\n\r\nu")


def nginx(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=muster.example.com",
                    "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"], check=True, capture_output=True)
    site = (CONF.read_text().replace("/etc/nginx/tls", str(folder)).replace("127.0.0.1:8080", f"127.0.0.1:{PORTAL}")
            .replace("listen 443", f"listen {HTTPS}").replace("listen 80;", f"listen {HTTP};"))
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    (folder / "nginx.conf").write_text(f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{ worker_connections 4096; }}\n"
                                       f"http {{\naccess_log off;\n{temporary}{site}\n}}\n")
    return subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"])


def ask(path, port=HTTPS, method="GET", body=None, headers=None, source="127.0.0.2"):
    kind = http.client.HTTPSConnection if port == HTTPS else http.client.HTTPConnection
    options = {"context": TRUSTING} if port == HTTPS else {}
    connection = kind("127.0.0.1", port, timeout=10, source_address=(source, 0), **options)
    try:
        connection.request(method, path, body, {"Host": "muster.example.com", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def dawdle(port, count):
    slow = []
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", port), timeout=10)
        if port == HTTPS:
            one = TRUSTING.wrap_socket(one, server_hostname="muster.example.com")
        one.sendall(SLOW)
        slow.append(one)
    return slow


def probes(name, port, slow):
    times, failed = [], 0
    for second in range(20):
        for one in slow:
            try:
                one.sendall(b"x")
            except OSError:
                pass
        begun = time.perf_counter()
        try:
            failed += ask("/login", port)[0] != 200
        except OSError:
            failed += 1
        times.append((time.perf_counter() - begun) * 1000)
        time.sleep(1)
    for one in slow:
        one.close()
    times.sort()
    print(f"RESULT slow-forms through={name} forms={len(slow)} probes={len(times)} failed={failed} "
          f"median_ms={times[len(times) // 2]:.0f} max_ms={times[-1]:.0f}", flush=True)


def main():
    jar = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        portal = subprocess.Popen(["java", "-Xmx768m", "-jar", jar, f"--server.port={PORTAL}", "--muster.proxies=127.0.0.1"],
                                  cwd=folder, stdout=subprocess.DEVNULL)
        proxy = nginx(folder)
        try:
            for _ in range(600):
                try:
                    if ask("/readyz", PORTAL)[0] == 200:
                        break
                except OSError:
                    pass
                time.sleep(0.5)
            status, headers, _ = ask("/login")
            print(f"RESULT page status={status} secure_cookie={'Secure' in headers.get('Set-Cookie', '')} "
                  f"plain_http={ask('/login', HTTP)[0]} actuator={ask('/actuator/prometheus')[0]} readyz={ask('/readyz')[0]}", flush=True)
            status = ask("/login", method="POST", headers={"Content-Length": str(70 << 20), "Content-Type": "text/plain"})[0]
            print(f"RESULT large-file mib=70 status={status}", flush=True)
            probes("nothing", PORTAL, dawdle(PORTAL, 300))
            probes("nginx", HTTPS, dawdle(HTTPS, 300))
        finally:
            proxy.terminate()
            portal.terminate()
            proxy.wait()
            portal.wait()


main()
