#!/usr/bin/env python3
"""How long the import of a large table takes, against the demo at localhost:8080.

    ./mvnw spring-boot:run                          in one terminal
    python3 src/bench/imports.py [rows=100000]      in another

Makes a CSV of so many people, uploads it as the demo's account manager, accepts the columns as
guessed, waits for the end; then does the same again, when nothing is to be changed. Prints a line
RESULT for each. The people stay in the demo's pool: remove ./data afterwards.
"""
import http.cookiejar
import random
import re
import sys
import time
import urllib.parse
import urllib.request
import uuid

BASE = "http://127.0.0.1:8080"
SKILLS = ["Java", "Spring Boot", "Kafka", "PostgreSQL", "SQL", "TypeScript", "React", "Python", "Linux", "AWS", "Docker",
          "Kubernetes", "Go", "Terraform", "MongoDB"]
HEADINGS = "Name,E-mail,Headline,Country,City,Seniority,Years,Pay rate,Bill rate,Skills,Languages,Available from"


def table(rows):
    chance = random.Random(rows)
    lines = [HEADINGS]
    for one in range(rows):
        skills = "; ".join(f"{name}:{chance.randint(1, 5)}:{chance.randint(1, 9)}" for name in chance.sample(SKILLS, 6))
        lines.append(f"Person {one},person{one}@bench.example,Senior back-end developer,France,Town {one % 90},senior,"
                     f"{chance.randint(3, 20)},{chance.randint(250, 450)},{chance.randint(460, 700)},{skills},"
                     f"English:C1; French:B2,2027-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
    return ("\n".join(lines) + "\n").encode()


class Manager:
    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.post("/login", self.token("/login"), [("username", "manager@muster.example"), ("password", "muster-demo")])

    def get(self, address):
        return self.opener.open(address if address.startswith("http") else BASE + address)

    def token(self, path):
        return re.search(r'name="_csrf" value="([^"]+)"', self.get(path).read().decode()).group(1)

    def post(self, address, token, fields):
        body = urllib.parse.urlencode([("_csrf", token)] + fields).encode()
        return self.opener.open(address if address.startswith("http") else BASE + address, body)

    def upload(self, content):
        edge = uuid.uuid4().hex
        part = f"--{edge}\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        body = (part % ("_csrf", "") + self.token("/admin/consultants/imports") + "\r\n"
                + part % ("file", '; filename="people.csv"\r\nContent-Type: text/csv')).encode()
        body += content + f"\r\n--{edge}--\r\n".encode()
        return self.opener.open(urllib.request.Request(BASE + "/admin/consultants/imports", body,
                                                       {"Content-Type": "multipart/form-data; boundary=" + edge}))


def run(manager, name, content, rows):
    start = time.perf_counter()
    answer = manager.upload(content)
    address, page = answer.geturl(), answer.read().decode()
    uploaded = time.perf_counter()
    columns = []
    for choice in page.split('<select class="form-select mapped"')[1:]:
        chosen = re.search(r'value="(\w+)" selected', choice.split("</select>")[0])
        columns.append(("column", chosen.group(1) if chosen else ""))
    assert all(value for _, value in columns), columns
    token = re.search(r'name="_csrf" value="([^"]+)"', page).group(1)
    begun = time.perf_counter()
    manager.post(address + "/mapping", token, columns + [("employment", "EMPLOYEE"), ("mode", "REMOTE")])
    state = ""
    while state not in ("DONE", "FAILED"):
        time.sleep(0.5)
        state = re.search(r'data-import-status="(\w+)"', manager.get(address).read().decode()).group(1)
    done = time.perf_counter()
    print(f"RESULT import run={name} rows={rows} state={state} upload_seconds={uploaded - start:.1f} "
          f"import_seconds={done - begun:.1f}", flush=True)


def main():
    rows = int(sys.argv[1].split("=")[-1]) if len(sys.argv) > 1 else 100_000
    content = table(rows)
    manager = Manager()
    run(manager, "first", content, rows)
    run(manager, "again", content, rows)


main()
