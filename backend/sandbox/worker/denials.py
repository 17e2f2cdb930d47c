"""Which system calls no program needs, and why each group is denied.

The list starts from Flatpak's and systemd's and from what the project's own attacks used. What is
not named is allowed: pandas, BLAS and Arrow need too much for a list of what is allowed to be
stable. Calls newer than the newest that is known here do not exist for a program.
"""

from __future__ import annotations

from typing import NamedTuple


class Denial(NamedTuple):
    """Calls that fail with EPERM for one reason."""

    reason: str
    calls: tuple[str, ...]


def _denial(reason: str, calls: str) -> Denial:
    return Denial(reason, tuple(calls.split()))


DENIED = (
    _denial(
        "no talk to anyone: neither the network nor a service of this machine",
        "socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg recvfrom "
        "recvmsg recvmmsg",
    ),
    _denial(
        "no other process: it would escape the program's limits and outlive it",
        "fork vfork execve execveat setsid setpgid",
    ),
    _denial(
        "no reach into other processes of the same user",
        "tkill pidfd_open pidfd_send_signal pidfd_getfd rt_sigqueueinfo rt_tgsigqueueinfo ptrace "
        "process_vm_readv process_vm_writev process_madvise process_mrelease kcmp setpriority "
        "ioprio_set migrate_pages move_pages",
    ),
    _denial("limits stay as they were set", "setrlimit"),
    _denial(
        "large parts of the kernel that attacks have used, and no program here needs",
        "io_uring_setup io_uring_enter io_uring_register bpf perf_event_open userfaultfd "
        "modify_ldt personality uselib lookup_dcookie fanotify_init fanotify_mark inotify_init "
        "inotify_init1 vmsplice mbind set_mempolicy set_mempolicy_home_node map_shadow_stack "
        "lsm_set_self_attr",
    ),
    _denial(
        "keys of the user's session are secrets, and outlive the program",
        "keyctl add_key request_key",
    ),
    _denial(
        "the view of the file system stays as it was set up",
        "unshare setns mount umount2 pivot_root chroot open_tree open_tree_attr move_mount fsopen "
        "fsconfig fsmount fspick mount_setattr statmount listmount name_to_handle_at "
        "open_by_handle_at quotactl quotactl_fd swapon swapoff",
    ),
    _denial(
        "the machine's own settings, clock and modules",
        "syslog acct reboot init_module finit_module delete_module kexec_load kexec_file_load iopl "
        "ioperm settimeofday clock_settime adjtimex clock_adjtime sethostname setdomainname "
        "vhangup sync syncfs",
    ),
    _denial(
        "memory that nobody counts, or that outlives the program",
        "memfd_create memfd_secret shmget shmat shmctl shmdt semget semop semtimedop semctl msgget "
        "msgsnd msgrcv msgctl mq_open mq_unlink",
    ),
    _denial(
        "links and special files lead the one who collects files astray",
        "symlink symlinkat link linkat mknod mknodat",
    ),
    _denial(
        "who the program is stays as it is",
        "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset",
    ),
)

METADATA = _denial(
    "Landlock does not cover modes, owners, times and attributes of files outside",
    "chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat utimensat "
    "setxattr lsetxattr fsetxattr setxattrat removexattr lremovexattr fremovexattr removexattrat "
    "file_setattr",
)
"""Denied too where outside files could be the program's own: without bubblewrap, or as root."""

TRUNCATE = _denial("the first versions of Landlock do not cover truncation by path", "truncate")

MISSING = ("clone3",)
"""Answered with ENOSYS: its arguments lie in memory where they can change after the check."""
