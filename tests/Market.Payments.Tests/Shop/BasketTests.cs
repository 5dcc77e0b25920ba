using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Shop;

/// <summary>A basket is filled by anybody, kept until it is ordered, looked at once more, and ordered once.</summary>
[Collection(SqliteSite.Name)]
public sealed class BasketTests(SqliteSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_visitors_basket_is_there_after_signing_in_and_is_ordered_from_the_last_look()
    {
        var login = NewName();
        var browser = Site.NewClient();
        await RegisterAsync(browser, login);
        var visitor = Site.NewClient();
        var (product, price) = Product(await visitor.GetAsync("/order"));

        var door = await visitor.SubmitAsync((await visitor.GetAsync("/order")).Form("form[data-order-form]").With(product, "3").With("then", "review"));
        Assert.Equal("/Login", door.Address.AbsolutePath);
        Assert.Equal("3", (await visitor.GetAsync("/order?by=category")).Form("form[data-order-form]")[product]);
        await visitor.SignInAsync(login, SiteOptions.DevelopmentPassword);
        var look = await visitor.GetAsync("/order/review");

        Assert.Equal(3 * price, MinorUnits(look, "#basket [data-minor-units]"));
        Assert.Equal(-3 * price, MinorUnits(look, "#after"));
        Assert.Equal("Order – you must pay", look.TextOf("form[data-confirm-order] button"));
        var order = look.Form("form[data-confirm-order]");
        var (first, second) = (await visitor.SendAsync(order), await visitor.SendAsync(order));
        Assert.Equal(first.Redirect, second.Redirect);
        Assert.StartsWith("/order/", first.Redirect!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(-3 * price, BalanceOn(await visitor.GetAsync("/my-account")));
        Assert.Equal("/order", (await visitor.GetAsync("/order/review")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_members_basket_is_not_shown_to_who_uses_the_browser_after_them()
    {
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/order")).Form("form[data-order-form]");
        var (product, _) = Product(await member.Browser.GetAsync("/order"));
        await member.Browser.SubmitAsync(form.With(product, "4"));
        Assert.Equal("4", (await member.Browser.GetAsync("/order")).Form("form[data-order-form]")[product]);

        await member.Browser.SubmitAsync((await member.Browser.GetAsync("/order")).Form("form.session"));

        Assert.Equal("0", (await member.Browser.GetAsync("/order")).Form("form[data-order-form]")[product]);
    }

    [Fact]
    public async Task What_is_added_to_an_order_is_shown_before_it_changes_and_changes_nothing_until_then()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser, products: 1);
        var page = await member.Browser.GetAsync("/order");
        var (product, price) = Product(page);

        var look = await member.Browser.SubmitAsync(page.Form("form[data-order-form]").With(product, "5").With("then", "review"));

        Assert.Equal("/order/review", look.Address.AbsolutePath);
        Assert.Equal(-order.Total, BalanceOn(await member.Browser.GetAsync("/my-account")));
        Assert.Equal(-5 * price, MinorUnits(look, "#after"));
        await member.Browser.SubmitAsync(look.Form("form[data-confirm-order]"));
        Assert.Equal([-order.Total, order.Total - (5 * price)], (await StatementAsync(member.AccountId)).Select(line => line.MinorUnits));
    }

    [Fact]
    public async Task What_the_floor_does_not_let_through_has_no_button_and_says_what_to_pay()
    {
        using var member = await RegisterAsync();
        var page = await member.Browser.GetAsync("/order");
        var (product, price) = Product(page);
        await EditAccountAsync(member.AccountId, form => form.With("ClientAccountPart.Floor", Typed(-price)));

        var look = await member.Browser.SubmitAsync(page.Form("form[data-order-form]").With(product, "3").With("then", "review"));

        Assert.Contains($"No order may take your balance below {Euro(-price)}. Pay at least {Euro(2 * price)} first, or order less.", look.Text, StringComparison.Ordinal);
        Assert.Null(look.Document.QuerySelector("form[data-confirm-order]"));
        var less = await member.Browser.SubmitAsync((await member.Browser.GetAsync("/order")).Form("form[data-order-form]").With(product, "1").With("then", "review"));
        Assert.Contains("this one does not", less.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_that_changed_after_the_last_look_is_not_ordered()
    {
        using var member = await RegisterAsync();
        var (form, total) = await OrderFormAsync(member.Browser);

        var refused = await member.Browser.SubmitAsync(form.With("Seen", $"{total - 1}"));

        Assert.Contains("A price has changed since you looked at your basket", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(member.AccountId));
        await member.Browser.SubmitAsync(form.With("Seen", $"{total}"));
        Assert.Equal(-total, Assert.Single(await StatementAsync(member.AccountId)).MinorUnits);
    }

    [Fact]
    public async Task What_is_no_quantity_is_said_before_anybody_signs_in()
    {
        var visitor = Site.NewClient();
        var page = await visitor.GetAsync("/order");
        var (product, _) = Product(page);
        var form = page.Form("form[data-order-form]").With("then", "review");

        Assert.Contains("must be a whole number", (await visitor.SubmitAsync(form.With(product, "1.5"))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose at least one product.", (await visitor.SubmitAsync(form)).Text, StringComparison.Ordinal);
    }

    private static (string Field, long Price) Product(SitePage page)
    {
        var input = page.One("input[name^='Quantities']:is(:not([data-grams]), [data-grams=''])");
        return (input.GetAttribute("name")!, long.Parse(input.GetAttribute("data-price")!, CultureInfo.InvariantCulture));
    }
}
