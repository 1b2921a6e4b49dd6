"""One kernel: start it, run code in it, end it. Its messages are believed in nothing.

The code that runs in the kernel holds the keys of its own connection, so it can forge
any message. A forged message can change what this kernel seems to have printed; it
must never disturb the grader. So: sizes are limited, every field may be missing.
"""

import os
import sys
import time
from queue import Empty

import zmq
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import LocalProvisioner
from nbformat.v4 import new_output

from . import leftovers, sandbox
from .provisioner import SandboxProvisioner

MESSAGE = 8 << 20  # bytes; a longer message closes the connection
WAITING = 64  # messages; more are dropped
START_SECONDS = 60
PERIOD = 50  # milliseconds without news after which the kernel is looked at
PATIENCE = 8.0  # seconds in which an interrupted kernel must answer
LAUNCHER = {True: "ipykernel_launcher", False: "dlbridge.kernel"}  # by `unsafe`
OPTIONS = ["-f", "{connection_file}"]
QUIET = ["--HistoryManager.enabled=False", "--IPKernelApp.log_level=40"]


class Ended(RuntimeError):
    """The kernel has ended, or had to be ended; says why."""


class Kernel:
    """A Jupyter kernel with limits, in the sandbox unless told otherwise."""

    def __init__(self, limits, files=None, extra=None, unsafe=False, cwd=None):
        self.limits, self.refused = limits, []
        self.context = zmq.Context()
        self.context.setsockopt(zmq.MAXMSGSIZE, MESSAGE)
        self.context.setsockopt(zmq.RCVHWM, WAITING)
        self.context.setsockopt(zmq.LINGER, 0)
        self.manager = KernelManager(context=self.context)
        self.manager._kernel_spec = KernelSpec(
            argv=[sys.executable, "-m", LAUNCHER[unsafe], *OPTIONS, *QUIET],
            display_name="Python 3",
            language="python",
            interrupt_mode="message",
        )
        common = {
            "kernel_id": "dlgrade",
            "kernel_spec": self.manager._kernel_spec,
            "parent": self.manager,
        }
        if unsafe:
            self.manager.provisioner = LocalProvisioner(**common)
        else:
            self.manager.provisioner = SandboxProvisioner(
                limits=limits, files=files or {}, extra=extra or {}, **common
            )
        self.unsafe, self.cwd, self.extra = unsafe, cwd, extra or {}
        self.client, self.reply, self.answered = None, {}, set()
        self.spent = 0  # characters printed so far

    @property
    def watch(self):
        """Return the guard of the sandbox, or None without one."""
        return getattr(self.manager.provisioner, "watch", None)

    @property
    def folder(self):
        """Return the folder with the sockets, which both sides can see."""
        return self.manager.provisioner.folder

    def start(self):
        """Start the kernel and wait until it answers."""
        options = {}
        if self.unsafe:
            environment = {**os.environ, **self.extra}
            options = {"env": environment, "cwd": self.cwd}
        self.manager.start_kernel(**options)
        self.client = self.manager.blocking_client()
        self.client.start_channels(stdin=False, hb=False)
        try:
            self.client.wait_for_ready(timeout=START_SECONDS)
        except RuntimeError as error:
            raise Ended(self.why() or f"it did not start: {error}") from None

    def why(self):
        """Return why the kernel is no more, or nothing while it lives."""
        if self.watch and self.watch.killed:
            return self.watch.killed
        if self.watch and not self.watch.is_alive():
            self.manager.provisioner.process.kill()  # it should be dead already
        if self.manager.provisioner.process is None:
            return "it was not started"
        if self.manager.provisioner.process.poll() is not None:
            return "it ended itself or was ended by the system"
        return ""

    def begin(self, code, silent=False):
        """Send code to the kernel; return the number of the request."""
        return self.client.execute(
            code,
            silent=silent,
            store_history=not silent,
            stop_on_error=False,
            allow_stdin=False,
        )

    def run(self, code, seconds=None, silent=False, meanwhile=None):
        """Run code; return its outputs. An endless cell gets an error as output.

        `meanwhile` is called again and again until the code has run.
        """
        seconds = seconds or self.limits.cell_seconds
        request, outputs = self.begin(code, silent), Outputs(self)
        if self.finish(request, seconds * sandbox.stretch(), outputs, meanwhile):
            self.check_reply(outputs)
            return outputs.cells
        self.interrupt()
        if not self.finish(request, PATIENCE, outputs):
            self.stop()
            raise Ended(f"it ran longer than {seconds} s and ignored the interrupt")
        outputs.add_error("TimeoutError", f"The cell ran longer than {seconds} s.", [])
        return outputs.cells

    def check_reply(self, outputs):
        """Count a cell as failed when its reply says so, or its output was cut."""
        if not any(output.output_type == "error" for output in outputs.cells):
            if self.reply.get("status") != "ok":
                name, text = self.reply.get("ename"), self.reply.get("evalue")
                outputs.add_error(name or "NotRun", text, [])
            elif outputs.cut:
                outputs.add_error("OutputError", "The cell printed too much.", [])

    def done(self, request):
        """Whether a request is answered already; outputs until now are dropped."""
        self.message(self.client.iopub_channel)
        answer = of(self.message(self.client.shell_channel))
        if isinstance(answer, str):
            self.answered.add(answer)
        return request in self.answered

    def finish(self, request, seconds, outputs=None, meanwhile=None):
        """Read messages until a request is done; return whether it is in time."""
        if request in self.answered:
            return True
        end, replied, idle = time.monotonic() + seconds, None, False
        poller = zmq.Poller()
        for channel in (self.client.iopub_channel, self.client.shell_channel):
            poller.register(channel.socket, zmq.POLLIN)
        while time.monotonic() < end:
            if meanwhile:
                meanwhile()
            news = poller.poll(PERIOD)
            message = self.message(self.client.iopub_channel)
            if of(message) == request:
                if message.get("msg_type") == "status":
                    state = text_of(message["content"].get("execution_state"))
                    idle = idle or state == "idle"
                elif outputs is not None:
                    outputs.add(message)
            reply = self.message(self.client.shell_channel)
            if of(reply) == request:
                replied, self.reply = time.monotonic(), reply["content"]
            # the last outputs follow the reply within moments, if they come at all
            if replied and (idle or time.monotonic() > replied + 4):
                return True
            if not news and self.why():
                raise Ended(self.why())
        return False

    def message(self, channel):
        """Return a message that has arrived and has usable parts, or None."""
        try:
            message = channel.get_msg(timeout=0)
        except Empty:
            return None
        except Exception as error:  # forged or broken, whatever it is: not a message
            self.refuse(f"a broken message ({type(error).__name__})")
            return None
        fine = isinstance(message, dict) and isinstance(message.get("content"), dict)
        return message if fine else None

    def refuse(self, what):
        """Remember what was refused, each once."""
        if what not in self.refused:
            self.refused.append(what)

    def interrupt(self):
        """Ask the kernel to stop what it does."""
        try:
            self.manager.interrupt_kernel()
        except Exception:  # then it will be ended
            self.refuse("an interrupt")

    def stop(self):
        """End the kernel and everything in it."""
        process = self.manager.provisioner.process
        try:
            if self.client:
                self.client.stop_channels()
            if process is not None:
                process.kill()
                process.wait(10)
            self.manager.cleanup_resources()
        except Exception as error:
            self.refuse(f"an orderly end ({type(error).__name__})")
        finally:
            if not self.unsafe:
                provisioner = self.manager.provisioner
                leftovers.remove(provisioner.folder, provisioner.lock)
            self.context.destroy(linger=0)


class Outputs:
    """Collects what a cell prints, up to a limit."""

    def __init__(self, kernel):
        self.kernel, self.cells, self.spent, self.cut = kernel, [], 0, False

    def add(self, message):
        """Take one message; leave out what is not an output or is too much."""
        kind, content = message.get("msg_type"), message["content"]
        if kind == "error":
            trace = content.get("traceback")
            trace = [text_of(line) for line in trace] if isinstance(trace, list) else []
            self.add_error(content.get("ename"), content.get("evalue"), trace)
        elif kind == "stream":
            name = "stderr" if content.get("name") == "stderr" else "stdout"
            text = self.room_for(text_of(content.get("text")))
            last = self.cells[-1] if self.cells else None
            if last and last.output_type == "stream" and last.name == name:
                last.text += text
            elif text:
                self.cells.append(new_output("stream", name=name, text=text))
        elif kind in ("display_data", "execute_result"):
            data = content.get("data")
            data = data if isinstance(data, dict) else {}
            data = {str(k): v for k, v in data.items() if isinstance(v, str)}
            size = sum(len(value) for value in data.values())
            if size and len(self.room_for(" " * size)) >= size:
                number = {"execution_count": None} if kind == "execute_result" else {}
                self.cells.append(new_output(kind, data=data, **number))

    def add_error(self, name, text, trace):
        """Keep an error always, shortened when there is no room for all of it."""
        name, text = text_of(name)[:100] or "Error", text_of(text)[:2000]
        size = sum(len(line) for line in trace)
        if not trace or len(self.room_for(" " * size)) < size:
            trace = [f"{name}: {text}"]
        error = new_output("error", ename=name, evalue=text, traceback=trace)
        self.cells.append(error)

    def room_for(self, text):
        """Return the part of a text that may still be printed."""
        limits = self.kernel.limits
        room = min(
            limits.output_cell - self.spent, limits.output_total - self.kernel.spent
        )
        if len(text) > room:
            self.cut = True
            self.kernel.refuse("output beyond the limit")
            text = text[: max(room, 0)] + (
                "\n... cut by the grader ...\n" if room > 0 else ""
            )
        self.spent += len(text)
        self.kernel.spent += len(text)
        return text


def of(message):
    """Return the request to which a message belongs."""
    parent = message.get("parent_header") if message else None
    return parent.get("msg_id") if isinstance(parent, dict) else None


def text_of(value):
    """Return a value if it is text, else nothing."""
    return value if isinstance(value, str) else ""
