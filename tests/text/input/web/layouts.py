"""One article as sites of many kinds set it on the web, among navigation, lists of other stories and what the site says of itself."""

from __future__ import annotations

HEAD = "清江市城北水厂二期工程开工"
BODY = (
    "本报讯（记者 田小禾 通讯员 李永）3月3日，清江市城北水厂二期工程开工。市长罗佩兰出席开工仪式并宣布开工。",
    "该工程由清江水务集团有限公司投资建设，总投资3.2亿元，河州第二建筑工程有限公司承建，预计2022年6月建成。",
    "清江市水务局局长白若溪说，工程建成后，城北新区12万居民的用水将得到保障。",
)
OTHERS = ("清江市水务局启动春季巡查", "东岭水库除险加固工程完工", "市教育局召开全市校长会议", "清江市市长罗佩兰调研港口")
SECTIONS = ("首页", "时政", "区县", "经济", "社会", "文旅", "视频", "数字报")
SCRIPT = "<script>" + "function f(a,b){return a+b;}" * 90 + "</script><style>" + ".a{margin:0}" * 90 + "</style>"
NAV = f"<div class=nav><ul>{''.join(f'<li><a href=/{n}>{name}</a></li>' for n, name in enumerate(SECTIONS))}</ul></div>"
RELATED = (
    "<div class=related><h3>相关新闻</h3><ul>"
    + "".join(f"<li><a href=/n{n}>{title}</a><span>2021-02-0{n + 1}</span></li>" for n, title in enumerate(OTHERS))
    + "</ul></div>"
)
FOOT = (
    "<div class=footer><p>清江新闻网版权所有 未经授权不得转载</p><p>违法和不良信息举报电话：0371-5555555</p>"
    "<p>互联网新闻信息服务许可证 4112021000 豫ICP备05000000号 主办单位：清江市融媒体中心 技术支持：河州软件有限公司</p></div>"
)
TEXT = "".join(f"<p>　　{line}</p>" for line in BODY)
META = '<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
ABOVE = ("让城北居民喝上放心水", "——日供水10万吨", "本报记者 田小禾")


def page(title: str, body: str) -> str:
    return f"<html><head>{META}<title>{title}</title>{SCRIPT.replace('{', '{{').replace('}', '}}')}</head><body>{body}</body></html>"


LAYOUTS = {
    "portal": page(
        f"{HEAD}_清江新闻网",
        f"{NAV}<div>您当前的位置：<a>首页</a>&gt;<a>时政</a>&gt; 正文</div><div class=main><div class=left><h1>{HEAD}</h1>"
        "<div class=info><span>2021-03-04 08:15:20</span><span>来源：清江日报</span><span>作者：田小禾</span><span>编辑：周敏</span></div>"
        f"<div class=content>{TEXT}</div><div>分享到：<a>微信</a><a>微博</a></div><div>上一篇：<a>{OTHERS[0]}</a><br>"
        f"下一篇：<a>{OTHERS[1]}</a></div>"
        f"</div><div class=right>{RELATED}</div></div>{FOOT}",
    ),
    "government": page(
        f"{HEAD}-清江市人民政府门户网站",
        f"{NAV}<table width=1000><tr><td>{HEAD}</td></tr><tr><td>发布时间：2021-03-04 08:15 信息来源：清江日报 浏览次数：123 "
        f"字体：【<a>大</a> <a>中</a> <a>小</a>】</td></tr><tr><td><div class=TRS_Editor>{TEXT}</div></td></tr>"
        f"<tr><td>【打印本页】【关闭窗口】</td></tr></table>{RELATED}{FOOT}",
    ),
    "line breaks": page(
        f"{HEAD}--清江日报",
        f"{NAV}<div>{HEAD}</div><div>2021年03月04日08:15</div><div>来源：<a>清江日报</a></div><div>　　{'<br><br>　　'.join(BODY)}</div>"
        f"{RELATED}{FOOT}",
    ),
    "divisions": page(
        f"{HEAD} | 清江新闻",
        f"{NAV}<h1><a href=/>清江新闻网</a></h1><article><h2>{HEAD}</h2><p>2021-03-04 来源：清江日报</p>"
        f"{''.join(f'<div>{line}</div>' for line in BODY)}</article>{RELATED}{FOOT}",
    ),
    "title without headline": page(
        "清江新闻网",
        f"{NAV}<div><h2>{HEAD}</h2></div><p>时间：2021-03-04　来源：清江日报　作者：本报记者 田小禾　点击：12 次</p>"
        f"<div>{TEXT}</div>{RELATED}{FOOT}",
    ),
    "Founder in tables": page(
        f"清江日报数字报-{HEAD}",
        "<table><tr><td><table><tr><td>2021年03月04日 星期四</td><td><a>版面导航</a></td><td><a>标题导航</a></td></tr></table><table><tr>"
        "<td>第A01版：要闻</td><td><a>上一版</a><a>下一版</a></td></tr></table></td></tr><tr><td>"
        f"<table>{''.join(f'<tr><td>{line}</td></tr>' for line in (ABOVE[0], HEAD, *ABOVE[1:]))}</table>"
        f"<table><tr><td><div id=ozoom><founder-content>{TEXT}</founder-content></div></td></tr></table></td></tr><tr><td><table>"
        f"{''.join(f'<tr><td>・</td><td><a><div>{title}</div></a></td></tr>' for title in OTHERS)}</table></td></tr></table>",
    ),
    "Founder in divisions": page(
        f"清江日报-2021年03月04日 {HEAD}",
        f"<ul>{''.join(f'<li><a>{title}</a></li>' for title in OTHERS)}</ul><div><p>{ABOVE[0]}</p><h3>{HEAD}</h3><h4>{ABOVE[1]}</h4></div>"
        f"<div><p>2021年03月04日　　星期四　　第01版</p><p>{ABOVE[2]}</p><founder-content>{TEXT}</founder-content></div>{FOOT}",
    ),
    "kicker, second headline, authors": page(
        f"{HEAD}--清江频道--清江网",
        f"<div><h1><a>清江频道</a></h1>{NAV}</div><div><h4>{ABOVE[0]}</h4><h1>{HEAD}</h1><h4>{ABOVE[1]}</h4><div>{ABOVE[2]}</div>"
        f"<div>2021年03月04日08:15 | 来源：<a>清江日报</a></div><div>小字号</div><div>{TEXT}</div></div>{RELATED}{FOOT}",
    ),
}
"""Pages by their kind; ``{charset}`` stands for the encoding that they declare."""
