"""Programs that try parts of the kernel which no check needs."""

import ctypes
import fcntl
import mmap
import os
import platform
import resource
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True)


def _escaped(result):
    print("ESCAPED" if result != -1 else "denied")


def session_key(tables, world):
    key = libc.syscall(248, b"user", b"canary", b"x", 1, ctypes.c_long(-3))
    _escaped(key)
    _escaped(libc.syscall(250, 0, ctypes.c_long(-3), 0, 0, 0))


def program_for_the_kernel(tables, world):
    _escaped(libc.syscall(321, 0, ctypes.create_string_buffer(128), 128))


def events(tables, world):
    buffer = ctypes.create_string_buffer(128)
    buffer[4] = b"\x80"
    _escaped(libc.syscall(298, buffer, 0, -1, -1, 0))


def page_faults(tables, world):
    _escaped(libc.syscall(323, 0))


def hidden_memory(tables, world):
    _escaped(libc.syscall(447, 0))
    os.memfd_create("x")
    print("ESCAPED")


def shared_segment(tables, world):
    _escaped(libc.shmget(0, 4096, 0o1600))


def semaphore(tables, world):
    _escaped(libc.semget(0, 1, 0o1600))


def message_queue(tables, world):
    _escaped(libc.msgget(0, 0o1600))


def posix_queue(tables, world):
    _escaped(libc.syscall(240, b"canary", os.O_CREAT | os.O_RDWR, 0o600, 0))


def mount(tables, world):
    _escaped(libc.mount(b"none", b".", b"tmpfs", 0, None))


def mount_by_file(tables, world):
    _escaped(libc.syscall(430, b"tmpfs", 0))
    _escaped(libc.syscall(428, -100, b"/", 1))


def list_mounts(tables, world):
    _escaped(
        libc.syscall(458, ctypes.create_string_buffer(64), ctypes.create_string_buffer(64), 8, 0)
    )


def unmount(tables, world):
    _escaped(libc.umount2(b"/proc", 2))


def change_root(tables, world):
    os.chroot(".")
    print("ESCAPED")


def open_by_handle(tables, world):
    handle = ctypes.create_string_buffer(136)
    handle[0] = b"\x80"
    mount_id = ctypes.c_int()
    _escaped(libc.syscall(303, -100, b".", handle, ctypes.byref(mount_id), 0))


def become_another(tables, world):
    for call in (os.setuid, os.setgid):
        call(12345)
        print("ESCAPED")


def gain_capabilities(tables, world):
    status = Path("/proc/self/status").read_text()
    lines = dict(line.split(":\t") for line in status.splitlines())
    print("ESCAPED" if world["jailed"] and int(lines["CapEff"], 16) else "none")
    print("ESCAPED" if lines["NoNewPrivs"] != "1" else "no new ones")


def raise_limits(tables, world):
    kinds = (resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU)
    for kind in kinds:
        _, hard = resource.getrlimit(kind)
        print("ESCAPED" if hard == resource.RLIM_INFINITY else "limited")
        try:
            resource.setrlimit(kind, (hard, hard * 2))
            print("ESCAPED")
        except (ValueError, OSError):
            continue


def type_into_terminal(tables, world):
    fcntl.ioctl(0, 0x5412, b"x")
    print("ESCAPED")


def other_interface(tables, world):
    """A call by the x32 numbers ends the process."""
    if platform.machine() == "x86_64":
        print("ESCAPED", libc.syscall(0x40000000 + 39))


def older_interface(tables, world):
    """A 32-bit call by ``int 0x80``: mov eax, 20 (getpid); int 0x80; ret."""
    if platform.machine() == "x86_64":
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
        call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
        result = call()
        print("ESCAPED" if result > 0 else "denied", result)


def unknown_calls(tables, world):
    for number in range(470, 700):
        _escaped(libc.syscall(number, 0, 0, 0, 0, 0))


def watch_files(tables, world):
    _escaped(libc.inotify_init1(0))


def swap(tables, world):
    _escaped(libc.swapoff(b"/nowhere"))
