# ruff: noqa: PTH110
"""Programs that try to start, signal or inspect other processes."""

import atexit
import concurrent.futures
import ctypes
import fcntl
import multiprocessing
import os
import pty
import signal
import subprocess
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)


def fork(tables, world):
    if os.fork() == 0:
        os._exit(0)
    print("ESCAPED")


def fork_twice(tables, world):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(30)
        os._exit(0)
    print("ESCAPED")


def fork_by_number(tables, world):
    for number in (57, 58, 1079):  # fork, vfork, and fork by the x32 interface
        if libc.syscall(number) == 0:
            os._exit(0)
    print("survived")


def clone_by_number(tables, world):
    if libc.syscall(56, signal.SIGCHLD, 0, 0, 0, 0) != -1:
        print("ESCAPED")


def clone3(tables, world):
    arguments = (ctypes.c_uint64 * 11)()
    arguments[4] = signal.SIGCHLD
    if libc.syscall(435, arguments, 88) != -1:
        print("ESCAPED")


def new_namespace(tables, world):
    for flag in (0x10000000, 0x20000000, 0x40000000, 0x00020000):
        if libc.unshare(flag) == 0 or libc.syscall(56, flag | 0x10000, 0, 0, 0, 0) != -1:
            print("ESCAPED")


def shell(tables, world):
    if os.system("true") == 0:
        print("ESCAPED")


def popen(tables, world):
    print(os.popen("echo ESCAPED").read())


def run(tables, world):
    print(subprocess.run(["/bin/echo", "ESCAPED"], capture_output=True, text=True).stdout)


def spawn(tables, world):
    os.posix_spawn("/usr/bin/env", ["env"], {})
    print("ESCAPED")


def execute(tables, world):
    os.execv("/usr/bin/echo", ["echo", "ESCAPED"])


def execute_library(tables, world):
    """The dynamic loader runs a file that is not executable."""
    for loader in ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"):
        if os.path.exists(loader):
            os.execv(loader, [loader, "/usr/bin/echo", "ESCAPED"])


def pool(tables, world):
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        print("ESCAPED", executor.submit(os.getpid).result(timeout=2))


def multiprocess(tables, world):
    process = multiprocessing.Process(target=os.getpid)
    process.start()
    print("ESCAPED")


def terminal(tables, world):
    if pty.fork()[0] == 0:
        os._exit(0)
    print("ESCAPED")


def kill_parent(tables, world):
    os.kill(os.getppid(), signal.SIGKILL)
    print("ESCAPED")


def kill_all(tables, world):
    os.kill(-1, signal.SIGTERM)
    print("ESCAPED")


def kill_by_number(tables, world):
    for pid in [*range(1, 60), os.getppid()]:
        if pid != os.getpid() and libc.syscall(62, pid, 0) == 0:
            print("ESCAPED", pid)


def kill_threads_of_others(tables, world):
    parent = os.getppid()
    if libc.syscall(200, parent, 0) == 0 or libc.syscall(234, parent, parent, 0) == 0:
        print("ESCAPED")


def stop_parent(tables, world):
    os.kill(os.getppid(), signal.SIGSTOP)
    print("ESCAPED")


def signal_by_file(tables, world):
    """A pipe may signal whom it belongs to when bytes arrive."""
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"x")
    print("ESCAPED")


def signal_by_handle(tables, world):
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0)
    print("ESCAPED")


def trace_parent(tables, world):
    if libc.ptrace(16, os.getppid(), 0, 0) == 0:
        print("ESCAPED")


def read_parent(tables, world):
    buffer = ctypes.create_string_buffer(64)
    near = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
    far = (ctypes.c_void_p * 2)(id(tables), 64)
    if libc.process_vm_readv(os.getppid(), near, 1, far, 1, 0) != -1:
        print("ESCAPED")


def steal_file(tables, world):
    handle = libc.syscall(434, os.getppid(), 0)
    if libc.syscall(438, handle, 0, 0) != -1:
        print("ESCAPED")


def slow_parent(tables, world):
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
    print("ESCAPED")


def pin_parent(tables, world):
    os.sched_setaffinity(os.getppid(), {0})
    print("ESCAPED")


def limit_parent(tables, world):
    old = (ctypes.c_uint64 * 2)()
    new = (ctypes.c_uint64 * 2)(64, 64)
    if libc.prlimit(os.getppid(), 7, new, old) == 0:
        print("ESCAPED")


def outlive_by_session(tables, world):
    os.setsid()
    print("ESCAPED")


def outlive_parent(tables, world):
    if libc.prctl(1, 0, 0, 0, 0) == 0:
        print("ESCAPED")


def outlive_by_thread(tables, world):
    threading.Thread(target=time.sleep, args=(60,)).start()


def outlive_by_exit(tables, world):
    atexit.register(time.sleep, 60)
