# ruff: noqa: PTH101, PTH102, PTH104, PTH105, PTH108, PTH110, PTH116, PTH123, PTH211
"""Programs that try to change what is not theirs; the test looks at the files afterwards."""

import ctypes
import os
import shutil
import stat
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd


def overwrite(tables, world):
    Path(world["file"]).write_text("changed")


def append(tables, world):
    with open(world["file"], "a") as file:
        file.write("changed")


def truncate_by_path(tables, world):
    os.truncate(world["file"], 0)


def truncate_by_open(tables, world):
    os.open(world["file"], os.O_RDONLY | os.O_TRUNC)


def create(tables, world):
    Path(world["outside"], "created").touch()


def create_folder(tables, world):
    os.mkdir(world["outside"] + "/folder")


def delete(tables, world):
    os.unlink(world["file"])


def delete_tree(tables, world):
    shutil.rmtree(world["outside"], ignore_errors=True)


def rename(tables, world):
    os.rename(world["file"], world["file"] + ".moved")


def replace_by_own(tables, world):
    Path("own").write_text("changed")
    os.replace("own", world["file"])


def move_in(tables, world):
    shutil.move(world["file"], "stolen")


def change_mode(tables, world):
    os.chmod(world["file"], 0o777)


def change_mode_by_libc(tables, world):
    ctypes.CDLL(None).chmod(world["file"].encode(), 0o777)


def change_owner(tables, world):
    os.chown(world["file"], 12345, 12345)


def change_times(tables, world):
    os.utime(world["file"], (0, 0))


def change_attribute(tables, world):
    os.setxattr(world["file"], "user.changed", b"1")


def through_symlink(tables, world):
    os.symlink(world["file"], "link")
    Path("link").write_text("changed")


def through_folder_link(tables, world):
    os.symlink(world["outside"], "folder")
    Path("folder/created").touch()


def through_dots(tables, world):
    Path("../../../../../.." + world["outside"] + "/created").touch()


def through_root_of_process(tables, world):
    Path("/proc/self/root" + world["file"]).write_text("changed")


def by_to_csv(tables, world):
    tables["orders"].to_csv(world["file"])


def by_to_pickle(tables, world):
    pd.to_pickle(1, world["file"])


def by_numpy(tables, world):
    np.save(world["outside"] + "/created.npy", np.arange(3))


def into_own_table(tables, world):
    with open(world["orders"], "r+b") as file:
        file.write(b"changed")


def into_shared_memory(tables, world):
    Path("/dev/shm", world["name"]).write_text("ESCAPED")
    print("ESCAPED")


def into_common_folder(tables, world):
    Path("/tmp", world["name"]).write_text("changed")
    print("ESCAPED")


def into_root_folder(tables, world):
    Path("/", world["name"]).write_text("changed")
    print("ESCAPED")


def into_python(tables, world):
    Path(os.__file__).parent.joinpath(world["name"]).touch()
    print("ESCAPED")


def into_packages(tables, world):
    Path(pd.__file__).parent.joinpath(world["name"]).touch()
    print("ESCAPED")


def into_kernel_settings(tables, world):
    for path in ("core_pattern", "modprobe", "hostname", "randomize_va_space"):
        with open(f"/proc/sys/kernel/{path}", "a"):
            print("ESCAPED")


def into_own_process_settings(tables, world):
    for path in ("oom_score_adj", "coredump_filter", "mem", "timerslack_ns"):
        with open(f"/proc/self/{path}", "r+b"):
            print("ESCAPED")


def into_control_groups(tables, world):
    for folder, _, files in os.walk("/sys/fs/cgroup"):
        for name in files:
            with open(f"{folder}/{name}", "a"):
                print("ESCAPED")


def into_devices(tables, world):
    for name in ("mem", "kmsg", "sda", "vda", "tty", "ptmx", "fuse", "kvm", "port", "loop-control"):
        if os.path.exists(f"/dev/{name}"):
            os.close(os.open(f"/dev/{name}", os.O_RDWR | os.O_NOCTTY))
            print("ESCAPED")


def mode_of_a_device(tables, world):
    """Set to what it is, so that a leak does no harm."""
    os.chmod("/dev/null", stat.S_IMODE(os.stat("/dev/null").st_mode))
    print("ESCAPED")


def times_of_a_device(tables, world):
    facts = os.stat("/dev/zero")
    os.utime("/dev/zero", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    print("ESCAPED")


def special_files(tables, world):
    os.mkfifo("pipe")
    print("ESCAPED")


def device_of_its_own(tables, world):
    os.mknod("device", 0o600 | stat.S_IFCHR, os.makedev(1, 1))
    print("ESCAPED")


def executable_with_owner_rights(tables, world):
    Path("tool").write_text("x")
    os.chmod("tool", 0o4755)
    print("ESCAPED")


def by_temporary_file(tables, world):
    with tempfile.NamedTemporaryFile(dir=world["outside"], delete=False) as file:
        file.write(b"changed")
