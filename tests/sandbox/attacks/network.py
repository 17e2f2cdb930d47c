"""Programs that try to talk to someone; the test listens."""

import asyncio
import ctypes
import http.client
import os
import socket
import subprocess
import urllib.request

import pandas as pd


def tcp(tables, world):
    socket.create_connection(("127.0.0.1", world["tcp"]), timeout=2).sendall(b"hello")


def tcp6(tables, world):
    socket.create_connection(("::1", world["tcp6"]), timeout=2).sendall(b"hello")


def udp(tables, world):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"hello", ("127.0.0.1", world["udp"]))


def unix(tables, world):
    client = socket.socket(socket.AF_UNIX)
    client.connect(world["unix"])
    client.sendall(b"hello")


def abstract_unix(tables, world):
    client = socket.socket(socket.AF_UNIX)
    client.connect("\0" + world["name"])
    client.sendall(b"hello")


def libc_socket(tables, world):
    libc = ctypes.CDLL(None, use_errno=True)
    file = libc.syscall(41, socket.AF_INET, socket.SOCK_STREAM, 0)
    client = socket.socket(fileno=file)
    client.connect(("127.0.0.1", world["tcp"]))
    client.sendall(b"hello")


def fast_open(tables, world):
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.sendto(b"hello", socket.MSG_FASTOPEN, ("127.0.0.1", world["tcp"]))


def urllib_request(tables, world):
    urllib.request.urlopen(f"http://127.0.0.1:{world['tcp']}/", timeout=2).read()


def http_client(tables, world):
    http.client.HTTPConnection("127.0.0.1", world["tcp"], timeout=2).request("GET", "/")


def read_csv(tables, world):
    pd.read_csv(f"http://127.0.0.1:{world['tcp']}/a.csv")


def read_json(tables, world):
    pd.read_json(f"http://localhost:{world['tcp']}/a.json")


def read_parquet(tables, world):
    pd.read_parquet(f"http://127.0.0.1:{world['tcp']}/a.parquet")


def async_connection(tables, world):
    asyncio.run(asyncio.open_connection("127.0.0.1", world["tcp"]))


def by_other_tools(tables, world):
    url = f"http://127.0.0.1:{world['tcp']}/"
    for command in (["curl", url], ["wget", "-O-", url], ["/usr/bin/python3", "-c", "1"]):
        subprocess.run(command, timeout=2)
        print("ESCAPED")


def by_shell_device(tables, world):
    os.system(f"bash -c 'echo hello > /dev/tcp/127.0.0.1/{world['tcp']}'")


def every_family(tables, world):
    for family in range(1, 47):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            try:
                socket.socket(family, kind)
            except OSError:
                continue
            print("ESCAPED", family, kind)


def pair(tables, world):
    socket.socketpair()
    print("ESCAPED")


def listen(tables, world):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        print("ESCAPED")


def names(tables, world):
    print("ESCAPED", socket.getaddrinfo("localhost.localdomain", 80), socket.if_nameindex())


def uring(tables, world):
    buffer = ctypes.create_string_buffer(256)
    if ctypes.CDLL(None).syscall(425, 8, buffer) >= 0:
        print("ESCAPED")
