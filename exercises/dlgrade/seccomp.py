"""Which system calls a sandboxed kernel may not make, as a filter for bubblewrap.

Written as a classic BPF program: load the number of the call, compare, return. What
Python and NumPy need stays allowed; refused is what has opened holes in sandboxes
before (new namespaces, mounts, tracing, kernel keys, modules) and memory that no limit
sees (memory files, System V shared memory).
"""

import platform
import struct

# name: (number on x86_64, number on aarch64)
REFUSED = {
    # namespaces and mounts: no way out of the file system that is shown
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    # parts of the system kernel with a long list of past holes
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "userfaultfd": (323, 282),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "personality": (135, 92),
    # the machine itself
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "syslog": (103, 116),
    "quotactl": (179, 60),
    "clock_settime": (227, 112),
    "settimeofday": (164, 170),
    "sethostname": (170, 161),
    # memory that is counted nowhere
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
}
CLONE = (56, 220)
CLONE3 = (435, 435)
SOCKET = (41, 198)
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
X32 = 0x40000000  # on x86_64 a second set of numbers for the same calls begins here

NEW_NAMESPACES = 0x7E020000  # the flags CLONE_NEWNS, NEWCGROUP ... NEWNET of clone
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}

# seccomp's data: the number of the call, the machine, then the arguments
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NOT_PERMITTED, NO_SUCH_CALL, NO_SUCH_FAMILY = 0x00050001, 0x00050026, 0x00050061


def instruction(code, value, if_true=0, if_false=0):
    """Return one BPF instruction; the jumps count instructions to leave out."""
    return struct.pack("HBBI", code, if_true, if_false, value)


def refuse(number, answer):
    """Return the instructions that answer one call with an error."""
    return [instruction(EQUAL, number, 0, 1), instruction(RETURN, answer)]


def program(machine=None):
    """Return the filter for this kind of processor, or None where none is known."""
    machine = machine or platform.machine()
    if machine not in MACHINES:
        return None
    column, identity = MACHINES[machine]
    lines = [
        instruction(LOAD, MACHINE),
        instruction(EQUAL, identity, 1, 0),
        instruction(RETURN, KILL),
        instruction(LOAD, NUMBER),
    ]
    if machine == "x86_64":
        lines += [instruction(AT_LEAST, X32, 0, 1), instruction(RETURN, KILL)]
    for numbers in REFUSED.values():
        lines += refuse(numbers[column], NOT_PERMITTED)
    # clone3 keeps its flags in memory, where no filter can read them; without it the
    # C library falls back to clone
    lines += refuse(CLONE3[column], NO_SUCH_CALL)
    lines += [
        instruction(EQUAL, CLONE[column], 0, 4),
        instruction(LOAD, FIRST_ARGUMENT),
        instruction(ANY_BIT, NEW_NAMESPACES, 0, 1),
        instruction(RETURN, NOT_PERMITTED),
        instruction(RETURN, ALLOW),
    ]
    known = [
        instruction(EQUAL, family, len(FAMILIES) - place, 0)
        for place, family in enumerate(FAMILIES.values())
    ]
    lines += [
        instruction(EQUAL, SOCKET[column], 0, len(known) + 2),
        instruction(LOAD, FIRST_ARGUMENT),
        *known,
        instruction(RETURN, NO_SUCH_FAMILY),
        instruction(RETURN, ALLOW),
    ]
    return b"".join(lines)
