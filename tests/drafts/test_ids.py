import pytest

from pirgen.drafts.draft import slug


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Checkout: every order's price is missing", "checkout-every-orders-price-is-missing"),
        ("Störung größer als gedacht", "storung-grosser-als-gedacht"),
        ("Заказы не принимаются", "zakazy-ne-prinimayutsya"),
        ("Πτώση της υπηρεσίας", "ptosi-tis-ypiresias"),
        ("データベースが停止", "detabesugatingzhi"),
        ("数据库中断 20 分钟", "shujukuzhongduan-20-fenzhong"),
        ("한국 서비스 장애", "hangug-seobiseu-jangae"),
        ("!?", "incident"),
    ],
)
def test_a_title_of_any_script_becomes_an_id_to_tell_it_by(title: str, id: str) -> None:
    assert slug(title) == id
