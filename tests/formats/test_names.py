"""Names in a credits line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.names import is_degree, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        ("   ", ()),
        ("Ratih Anggraini", ("Ratih Anggraini",)),
        ("Ratih & Bagas", ("Ratih", "Bagas")),
        ("Ratih&Bagas", ("Ratih", "Bagas")),
        ("Ratih & Bagas dan Citra; Danu, S.Sos.", ("Ratih", "Bagas", "Citra", "Danu, S.Sos.")),
        ("Ratih and Bagas", ("Ratih", "Bagas")),
        ("Ratih DAN Bagas", ("Ratih", "Bagas")),
        ("Ratih, Bagas, dan Citra", ("Ratih", "Bagas", "Citra")),
        ("Ratih, Bagas, and Citra", ("Ratih", "Bagas", "Citra")),
        ("Ratih, Bagas", ("Ratih", "Bagas")),
        ("Budi, S.Sos.", ("Budi, S.Sos.",)),
        ("Budi,S.Sos.", ("Budi, S.Sos.",)),
        ("Budi, S.Sos. dan Ani, M.Si.", ("Budi, S.Sos.", "Ani, M.Si.")),
        ("Budi, S.Sos., Ani, M.Si.", ("Budi, S.Sos.", "Ani, M.Si.")),
        ("Budi, S.Sos, Ani", ("Budi, S.Sos", "Ani")),
        ("Dr. Sri Lestari, M.Si., Ph.D.", ("Dr. Sri Lestari, M.Si., Ph.D.",)),
        ("Tono Wijaya, S.H., M.H.", ("Tono Wijaya, S.H., M.H.",)),
        ("Tono Wijaya, S.H. M.H.", ("Tono Wijaya, S.H. M.H.",)),
        ("Tono Wijaya, SH, MH & Rini", ("Tono Wijaya, SH, MH", "Rini")),
        ("dr. Wulan, Sp.A. & drg. Yoga", ("dr. Wulan, Sp.A.", "drg. Yoga")),
        ("Wulan, A.Md.Keb., Yoga", ("Wulan, A.Md.Keb.", "Yoga")),
        ("Ir. Hadi, MT", ("Ir. Hadi, MT",)),
        ("Hadi, S.E., Ak., CA dan Rini", ("Hadi, S.E., Ak., CA", "Rini")),
        ("Hadi Sr., Hadi, Jr.", ("Hadi Sr.", "Hadi, Jr.")),
        ("Ann Example, PhD, and Bob Sample, MBA", ("Ann Example, PhD", "Bob Sample, MBA")),
        ("Humas Kota", ("Humas Kota",)),
        ("Rangga P. & Humas Kota", ("Rangga P.", "Humas Kota")),
        ("Dinas Komunikasi dan Informatika", ("Dinas Komunikasi dan Informatika",)),
        ("Rangga & Dinas Komunikasi dan Informatika", ("Rangga", "Dinas Komunikasi dan Informatika")),
        ("Ministry of Arts and Crafts; Jo", ("Ministry of Arts and Crafts", "Jo")),
        ("Dandan Suhendan", ("Dandan Suhendan",)),
        ("Andi Sandang", ("Andi Sandang",)),
        ("Ratih & & ; , Bagas", ("Ratih", "Bagas")),
        ("Ratih & ratih & Ratih", ("Ratih", "ratih")),
        ("Ratih Anggraini.", ("Ratih Anggraini",)),
        ("Rangga P.", ("Rangga P.",)),
        ("Ratih\nBagas", ("Ratih", "Bagas")),
        ("dan Ratih", ("Ratih",)),
        ("B.J. Surya, Ani", ("B.J. Surya", "Ani")),
        ("Ani\u00a0Lestari & Budi", ("Ani\u00a0Lestari", "Budi")),
        ("\u0627\u062d\u0645\u062f & Ani", ("\u0627\u062d\u0645\u062f", "Ani")),
    ],
)
def test_names_are_split_where_one_ends_and_the_next_begins(line: str, names: tuple[str, ...]) -> None:
    assert split_names(line) == names


@pytest.mark.parametrize(
    "text", ["S.Sos.", "S.H.", "M.Si", "Ph.D.", "PhD", "S.I.Kom.", "MBA", "S.H. M.H.", "Lc."]
)
def test_a_degree_is_known(text: str) -> None:
    assert is_degree(text)


@pytest.mark.parametrize("text", ["", "Ani", "Humas", "B. Surya", "Siti S.", "Rangga P."])
def test_a_name_is_not_taken_for_a_degree(text: str) -> None:
    assert not is_degree(text)


@given(st.text())
def test_names_are_never_empty_doubled_or_on_two_lines(line: str) -> None:
    names = split_names(line)
    assert all(name and "\n" not in name for name in names)
    assert len(set(names)) == len(names)


@given(
    st.lists(st.sampled_from(["Ratih", "Bagas Putra", "Humas Kota", "Budi, S.Sos.", "Rangga P."]), unique=True)
)
def test_names_joined_by_ampersands_come_back(names: list[str]) -> None:
    assert split_names(" & ".join(names)) == tuple(names)
