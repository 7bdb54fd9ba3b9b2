#!/usr/bin/env python3
"""How long each page's HTML takes, warm, one user, against the demo at localhost:8080.

    ./mvnw spring-boot:run          in one terminal
    python3 src/bench/pages.py      in another

Signs in as the demo's people, asks for each page 20 times to warm up and 100 times to
measure, one after the other, and prints a line RESULT a page: milliseconds at the median
and the 95th percentile, and the size of the HTML.

    PAGES=lists MEASURED=7 WARM=2 PORT=8080 python3 src/bench/pages.py

asks for what grows with an installation alone: lists with their last pages, searches,
dashboards, the audit trail and the exports, of a database that Installation.java has
filled.
"""
import http.client
import os
import re
import statistics
import time
import urllib.parse

HOST = ("127.0.0.1", int(os.environ.get("PORT", "8080")))
WARM, MEASURED = int(os.environ.get("WARM", "20")), int(os.environ.get("MEASURED", "100"))


class Person:
    def __init__(self, name):
        self.connection = http.client.HTTPConnection(*HOST)
        self.cookies = {}
        token = re.search(r'name="_csrf" value="([^"]+)"', self.get("/login")[1]).group(1)
        form = urllib.parse.urlencode({"username": name, "password": "muster-demo", "_csrf": token})
        status, _ = self.ask("POST", "/login", form, {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 302, status

    def get(self, path):
        return self.ask("GET", path, None, {})

    def ask(self, method, path, body, headers):
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, text


def measure(who, person, path, warm=WARM, measured=MEASURED):
    times, size = [], 0
    for round_ in range(warm + measured):
        start = time.perf_counter()
        status, text = person.get(path)
        took = (time.perf_counter() - start) * 1000
        assert status == 200, (path, status)
        if round_ >= warm:
            times.append(took)
            size = len(text)
    times.sort()
    print(f"RESULT page path={path} who={who} median_ms={statistics.median(times):.1f} "
          f"p95_ms={times[int(len(times) * 0.95)]:.1f} html_kb={size / 1024:.0f}", flush=True)


def link(person, page, pattern):
    found = re.search(pattern, person.get(page)[1])
    return next(group for group in found.groups() if group).replace("&amp;", "&")


def lists():
    """Each person signs in when it is their turn: a connection that waits is closed."""
    def last(person, path):
        """The address of a list's last page, by the total that its first page tells."""
        total = re.search(r"1 to (\d+) of ([\d,.]+)", person.get(path)[1])
        pages = -(-int(re.sub(r"\D", "", total.group(2))) // int(total.group(1))) if total else 1
        return path + ("&" if "?" in path else "?") + f"page={pages - 1}"

    for who, home in [("member@northwind.example", "/"), ("manager@muster.example", "/admin")]:
        person, who = Person(who), who.split("@")[0]
        for path in [home, "/requests", last(person, "/requests"), "/requests?q=parcel", "/requests?q=nothing-like-it",
                     "/proposals", last(person, "/proposals"), "/proposals?q=parcel", "/proposals?status=SENT",
                     "/proposals?status=ACCEPTED", "/engagements", last(person, "/engagements"), "/engagements?q=silva",
                     "/engagements?q=nothing-like-it", "/engagements?state=ACTIVE", "/notifications",
                     last(person, "/notifications"), "/notifications/bell"]:
            measure(who, person, path)
    manager = person
    for path in ["/admin?manager=mine", "/admin?manager=none", "/requests?manager=mine", "/requests?manager=none",
                 "/proposals?manager=mine", "/proposals?manager=none", "/proposals?q=parcel&manager=mine",
                 "/proposals?q=parcel&status=SENT", "/engagements?manager=mine", "/engagements?manager=none", "/admin/audit",
                 "/admin/audit?act=request.compared", "/admin/audit?person=carvalho",
                 "/admin/audit?from=2025-01-01&to=2025-01-31", "/admin/organisations/O-20417", "/consultants"]:
        measure("manager", manager, path)
    measure("manager", manager, link(manager, "/admin/audit", r'href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"'))
    for path in ["/requests/export.csv", "/proposals/export.csv", "/engagements/export.csv"]:
        measure("manager", manager, path, 0, 1)
    admin = Person("admin@muster.example")
    measure("admin", admin, "/admin/outbox")
    measure("admin", admin, last(admin, "/admin/outbox"))


def main():
    if os.environ.get("PAGES") == "lists":
        lists()
        return
    approver, manager = Person("approver@northwind.example"), Person("manager@muster.example")
    request = link(approver, "/requests?status=PROPOSED", r'href="(/requests/R-[\d-]+)"')
    draft = link(approver, "/requests?status=DRAFT", r'href="(/requests/R-[\d-]+)"')
    offer = link(approver, "/proposals?status=SENT", r'href="(/proposals/P-[\d-]+)"')
    written = link(manager, "/proposals?status=DRAFT", r'href="(/proposals/P-[\d-]+)[?"]')
    consultant = link(manager, "/consultants", r'href="(/consultants/C-\d+)"')
    for path in ["/", "/requests", request, request + "/positions/1/matches",
                 request + "/positions/1/matches?show=ALL", request + "/teams", draft + "/goals", draft + "/positions/1",
                 draft + "/review", request + "/comparison", "/notifications", "/interviews", "/proposals", offer,
                 offer + ".pdf", offer + ".xlsx", "/days", consultant]:
        measure("approver", approver, path)
    for path in ["/admin", "/requests", request + "/positions/1/matches", written + "/draft", written + "/sending", "/admin/organisations",
                 "/admin/organisations/O-20417", "/admin/audit", "/consultants", "/consultants?q=java", consultant,
                 "/admin/consultants/" + consultant.split("/")[-1]]:
        measure("manager", manager, path)


if __name__ == "__main__":
    main()
