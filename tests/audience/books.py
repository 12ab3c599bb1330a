"""A public incident and an internal one, with a canary in every field that can be marked as internal."""

from __future__ import annotations

PUBLIC = "2026-01-05-checkout-down"
INTERNAL = "2026-01-08-vendor-down"

FILES = {
    f"{PUBLIC}/incident.yaml": """\
title: Checkout failed for every order
severity: SEV-2
severity_note: {text: Canaryseverity was the customer, internal: true}
status: resolved
audience: public
services: [checkout]
tags: [deploy]
detection: {source: monitoring, note: {text: Canarydetection told us, internal: true}}
impact:
  summary: No order could be placed for 20 minutes
  who: {text: Canarywho could not pay, internal: true}
  measures:
    - {what: failed orders, value: about 40}
    - {what: Canarymeasure lost, value: canaryvalue-4711-9, internal: true}
timeline:
  - at: 2026-01-05T09:10Z
    kind: symptom
    marks: [started]
    text: Orders fail
    note: {text: Canaryeventnote, internal: true}
    evidence:
      - {kind: metric, url: graph.png, title: Failed orders}
      - {kind: log, url: canary-hidden.log, title: Canaryevidence, internal: true}
  - {at: 2026-01-05T09:15Z, kind: decision, id: canary-event, text: Canaryevent is decided, internal: true}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
related: [{incident: 2026-01-08-vendor-down, reason: Canaryrelation is the same release}]
links:
  - {title: Status page, url: "https://status.example.org/1"}
  - {title: Canarylink, url: "https://wiki.example.org/canaryurl", internal: true}
internal: Canarynotes were taken on paper
""",
    f"{PUBLIC}/pir.yaml": """\
status: reviewed
owner: checkout team
audience: public
published: 2026-01-09
covers: [2026-01-08-vendor-down]
summary: A release broke the checkout and no test had seen it.
trigger: {text: Canarytrigger went out, internal: true}
factors:
  null-price:
    text: A price may be missing
    category: data
    removed_by: canary-event
    note: {text: Canaryfactornote, internal: true}
  no-test: {text: No test places an order without a price, category: testing}
  canary-factor: {text: Canaryfactor was agreed, category: process, internal: true}
five_whys:
  problem: Every order failed
  because:
    - {answer: A price was missing, factor: null-price}
    - {answer: Canarywhy was agreed, factor: canary-factor}
    - {answer: Canaryanswer is known, internal: true}
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Canarygate all orders fail, all: [null-price, no-test, canary-factor]}
accounts:
  - {role: on-call engineer, text: The graph was flat}
  - {role: canaryrole-of-account, text: Canaryaccount saw it, internal: true}
surprises: [The rollback took long, {text: Canarysurprise, internal: true}]
went_well: [The alert fired, {text: Canarywell was the team, internal: true}]
went_badly: [Nobody knew who may roll back, {text: Canarybadly was the vendor, internal: true}]
got_lucky: [It was early, {text: Canarylucky contract, internal: true}]
lessons: [Test what partners send, {text: Canarylesson about them, internal: true}]
open_questions: [Why did the canary pass?, {text: Canaryquestion remains, internal: true}]
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test, canary-factor]
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: {text: Canarydone is agreed, internal: true}
    note: {text: Canaryactionnote, internal: true}
  - id: canary-action
    what: Canaryaction with the vendor
    type: process
    owner: canaryowner team
    eliminates: [canary-factor]
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: Canarydonewhen is signed
    internal: true
links: [{title: Canaryreviewlink, url: "https://wiki.example.org/canaryreviewurl", internal: true}]
internal: |
  Canaryreviewnotes, in *two* words
""",
    f"{INTERNAL}/incident.yaml": """\
title: Canarytitle of a partner failed
severity: SEV-1
status: resolved
services: [canaryservice-of-partner]
tags: [canarytag-of-partner]
detection: {source: partner, note: Canarypartner called}
impact:
  summary: Canaryimpact of a partner
timeline:
  - {at: 2026-01-08T09:10Z, kind: symptom, marks: [started, resolved], text: Canarytimeline of a partner}
internal: Canaryinternalnotes of a partner
""",
    "vocabularies.yaml": """\
glossary:
  - {id: checkout, title: Checkout, description: Where customers pay}
  - {id: canaryterm, title: Canaryterm of ours, description: Canarydescription of ours}
people:
  - {name: Canaryname Person, role: on-call}
""",
}
