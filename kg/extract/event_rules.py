"""The rules that open events: the sentence each was made for and what it must leave alone. Knows no pattern.

A rule's confidence is the share of right participants on the seeds and invented pages read with our own names, less what a page of
another paper may cost.
"""

from __future__ import annotations

from kg.extract.rules import Rule

GATHERING = Rule("event-gathering", "event", "3月4日，青桐开发区召开“净水”行动推进会。", "市发改局将于5月召开推进会。", 0.92)
FOLLOWUP = Rule("event-followup", "event", "在随后召开的座谈会上，局长甲某通报了情况。", "在历次座谈会上，他都发言。", 0.85)
ATTENDED = Rule("event-attended", "event", "市领导甲某、乙某出席签约仪式。", "参加各类会议的有关人员。", 0.75)
STAGED = Rule("event-staged", "event", "仪式上，市长甲某致辞。", "活动现场气氛热烈。", 0.65)
TALKS = Rule("event-talks", "event", "市长甲某会见乙公司董事长丙某一行。", "副市长丁某参加会见。", 0.9)
OF_TWO = Rule("event-talks-of-two", "event", "市长甲某与来访的乙公司董事长丙某座谈。", "双方多次座谈。", 0.8)
VISIT_TALKS = Rule("event-visit-talks", "event", "邻市书记甲某率团来考察，并与我市举行座谈会。", "公司与学院座谈后签约。", 0.8)
SIGNING = Rule("event-signing", "event", "甲公司与乙公司在丙园区签署收购协议。", "公告称，甲公司与乙公司签署协议。", 0.85)
UNVEILING = Rule("event-unveiling", "event", "青桐铝材研究院在青桐开发区揭牌。", "检测中心尚未揭牌。", 0.8)
VISIT = Rule("event-visit", "event", "书记甲某到青桐开发区调研，先后来到乙公司、丙公司。", "今年共检查经营户318家。", 0.9)
CREW = Rule("event-crew", "event", "由甲公司、乙院等单位负责人组成的检查组对产品评价很高。", "由甲公司组成的联合体中标。", 0.8)
STOPPED = Rule("event-unled-visit", "event", "人大代表来我区视察，视察组先后察看了甲公司、乙公司。", "人大代表提出建议17条。", 0.7)
REPAIR = Rule("event-repair", "event", "青桐供电公司连夜对10千伏云溪线开展抢修。", "全年开展检修120次。", 0.8)
GIFT = Rule("event-gift", "event", "3月4日，甲公司向乙小学捐赠图书。", "累计捐款120万元。", 0.75)
SERVICE = Rule("event-service", "event", "3月4日，院长甲某带领医护人员走进乙小学，为学生检查视力。", "志愿者走进社区。", 0.75)

RULES = (GATHERING, FOLLOWUP, ATTENDED, STAGED, TALKS, OF_TWO, VISIT_TALKS, SIGNING, UNVEILING, VISIT, CREW, STOPPED, REPAIR, GIFT, SERVICE)
