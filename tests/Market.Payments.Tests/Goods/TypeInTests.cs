using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Goods;

/// <summary>Paper orders are typed in, without scripts too. By the keyboard alone it is the browser's tests'.</summary>
[Collection(SqliteSite.Name)]
public sealed class TypeInTests(SqliteSite site) : GoodsScenario(site)
{
    [Fact]
    public async Task A_member_is_found_their_order_placed_and_then_changed()
    {
        var stall = await OpenStallAsync();
        var cheese = await AddProductAsync(stall);
        var name = NewName("zoe");
        var account = await OpenAccountAsync(name);
        var coordinator = await Fixture.CoordinatorAsync();
        var address = $"/Admin/distributions/{stall.Distribution}/type-in";

        var page = await coordinator.GetAsync($"{address}?member={name.ToUpperInvariant()}");
        Assert.Equal($"?accountId={account}", page.Address.Query);
        var empty = await coordinator.SubmitAsync(page.FormTo(address));
        Assert.Contains("Choose at least one product.", empty.Text, StringComparison.Ordinal);
        var form = empty.FormTo(address).With($"Quantities[{cheese.Id}]", "3");
        var saved = await coordinator.SubmitAsync(form);
        await coordinator.SubmitAsync(form);

        Assert.Equal(address, saved.Address.PathAndQuery);
        Assert.Contains($"{name}: the order is saved, {Euro(1500)}.", saved.Notices, StringComparison.Ordinal);
        Assert.Equal([-1500], (await StatementAsync(account)).Select(line => line.MinorUnits));
        var again = await coordinator.GetAsync($"{address}?accountId={account}");
        Assert.Contains("This member has ordered already", again.Text, StringComparison.Ordinal);
        Assert.Equal("3", again.One($"#q-{cheese.Id}").GetAttribute("value"));
        await coordinator.SubmitAsync(again.FormTo(address).With($"Quantities[{cheese.Id}]", "1"));
        Assert.Equal(-500, await BalanceAsync(account));
        Assert.Contains("Nobody is called so.", (await coordinator.GetAsync(address + "?member=nobodyatall")).Text, StringComparison.Ordinal);
    }
}
