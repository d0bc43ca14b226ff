"""Whether a window can be shown: a screen must be named, and must answer."""

import shutil
import socket
import struct
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
import screen
import system_parts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
X_PORTS = 6000


def needs(library):
    return pytest.mark.skipif(bool(system_parts.missing_libraries({library: ""})), reason=f"asks {library}")


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)


def welcome():
    """What an X server with one screen answers to who connects (X Window System Protocol, connection setup)."""
    root = struct.pack("<5I6HIBBBB", 1, 1, 0, 0xFFFFFF, 0, 640, 480, 160, 120, 1, 1, 1, 0, 0, 24, 0)
    setup = struct.pack("<4IHH8BI", 1, 0x200000, 0x1FFFFF, 0, 0, 0xFFFF, 1, 0, 0, 0, 32, 32, 8, 255, 0) + root
    return struct.pack("<BxHHH", 1, 11, 0, len(setup) // 4) + setup


@contextmanager
def x_server(answer):
    """An X server of its own on this machine, which answers each who connects; yields its name as a display."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    guest, _ = server.accept()
                except OSError:
                    return
                with guest:
                    guest.recv(12)
                    guest.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        try:
            yield f"127.0.0.1:{server.getsockname()[1] - X_PORTS}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            serving.join()


def test_no_screen_is_there_where_none_is_named(monkeypatch):
    assert not screen.has_screen()
    monkeypatch.setenv("DISPLAY", "")
    assert not screen.has_screen()


@needs("libxcb.so.1")
def test_an_x_server_that_welcomes_is_a_screen(monkeypatch):
    with x_server(welcome()) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert screen.has_screen()
    assert not screen.has_screen()  # gone meanwhile


@needs("libxcb.so.1")
def test_an_x_server_that_lets_nobody_in_is_no_screen(monkeypatch):
    refusal = b"Go away!"
    with x_server(struct.pack("<BBHHH", 0, len(refusal), 11, 0, len(refusal) // 4) + refusal) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert not screen.has_screen()


@needs("libwayland-client.so.0")
def test_a_wayland_compositor_is_a_screen_as_long_as_it_runs(monkeypatch):
    folder = Path(tempfile.mkdtemp())  # the name of a socket is short
    try:
        monkeypatch.setenv("WAYLAND_DISPLAY", str(folder / "wayland"))
        assert not screen.has_screen()
        with socket.socket(socket.AF_UNIX) as compositor:
            compositor.bind(str(folder / "wayland"))
            compositor.listen()
            assert screen.has_screen()
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_taken_for_one_where_nothing_can_ask_it_yet(name, monkeypatch):
    monkeypatch.setenv(name, "nowhere:4242")
    missing = OSError("no such library")

    def no_library(_name):
        raise missing

    monkeypatch.setattr("ctypes.CDLL", no_library)
    assert screen.has_screen()
