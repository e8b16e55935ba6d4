import pytest

from kg.text.dates import article_date
from kg.text.masthead import masthead

CASES = {
    "no year": ("2月18日，记者走进", None, "02-18"),
    "a printed year": ("自2020年11月18日至2021年1月10日", None, "2020-11-18"),
    "the issue gives the year": ("2月18日，记者走进", "2021-02-20", "2021-02-18"),
    "last year's December in January": ("12月30日，记者走进", "2021-01-04", "2020-12-30"),
    "yesterday": ("昨日，记者从市局获悉", "2021-03-01", "2021-02-28"),
    "yesterday with no issue is open": ("昨日，记者从市局获悉", None, None),
    "a limit is not the day": ("截至10月14日，共检查318家。10月13日，该局", None, "10-13"),
    "no day": ("近日，省厅下发通知", None, None),
    "a dateline": ("新华社北京11月6日电（记者甲乙）", None, "11-06"),
}


@pytest.mark.parametrize(("text", "issue", "date"), CASES.values(), ids=CASES.keys())
def test_the_news_date_is_as_precise_as_printed(text, issue, date):
    assert article_date(text, issue) == date


def test_a_masthead_gives_paper_and_day():
    assert (found := masthead("河 州 日 报\n2021年3月15日　星期一　第3版\n")).newspaper == "河州日报"
    assert found.date == "2021-03-15"


def test_a_date_in_a_sentence_is_no_masthead():
    assert masthead("2021年3月15日，星期一，市局召开会议。").date is None
