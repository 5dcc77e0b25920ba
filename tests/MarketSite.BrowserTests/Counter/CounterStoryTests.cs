using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Counter;

/// <summary>Market day on a phone, on the real site.</summary>
[Collection(typeof(AtTheStall))]
public sealed class CounterStoryTests(Stall stall)
{
    private static readonly string[] Methods = ["cash", "cheque", "card-terminal"];

    [Fact]
    public async Task Forty_members_are_taken_in_whatever_becomes_of_network_and_market()
    {
        await using var till = await stall.OpenAsync();
        var before = await BalancesAsync();
        var known = (await stall.StateAsync()).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()).ToHashSet();
        var numbers = (await stall.StateAsync()).GetProperty("members").EnumerateArray()
            .Where(member => member.GetProperty("name").GetString() != Stall.Debtor)
            .Select(member => (Account: member.GetProperty("account").GetString()!, Number: member.GetProperty("number").GetString()!, Due: member.GetProperty("due").GetInt64())).ToList();
        Assert.Equal(Stall.Members, numbers.Count);
        var taken = new Dictionary<string, (long Amount, string Method)>(StringComparer.Ordinal);
        for (var place = 0; place < numbers.Count; place++)
        {
            switch (place)
            {
                case 8:
                    await till.Phone.SetOfflineAsync(true);
                    break;
                case 14:
                    await till.Page.ReloadAsync();
                    await Expect(till.Strip).ToContainTextAsync("6 entries wait");
                    break;
                case 18:
                    await till.Phone.SetOfflineAsync(false);
                    break;
                case 22:
                    stall.Site.Stop();
                    break;
                case 28:
                    await till.Page.ReloadAsync();
                    await Expect(till.Strip).ToContainTextAsync("No network");
                    await stall.Site.RestartAsync();
                    await Expect(till.Strip).Not.ToContainTextAsync("No network");
                    break;
                case 32:
                    // The market acts, and its answers are lost.
                    await till.Page.RouteAsync("**/entries", async route =>
                    {
                        await route.FetchAsync();
                        await route.AbortAsync();
                    });
                    break;
                case 36:
                    await till.Page.UnrouteAsync("**/entries");
                    break;
            }

            var (account, number, due) = numbers[place];
            var method = Methods[place % Methods.Length];
            await till.FindAsync(number);
            await till.TakeAsync(method, due > 0 ? null : "12.34", method == "cheque" ? $"00{place}" : null);
            await till.NextAsync();
            taken[account] = (due > 0 ? due : 1234, method);
        }

        await till.IsReadyAsync();
        await Expect(till.Page.Locator("#sums")).ToContainTextAsync("taken");
        var entries = (await stall.StateAsync()).GetProperty("entries").EnumerateArray().Where(entry => !known.Contains(entry.GetProperty("id").GetString())).ToList();
        Assert.Equal(numbers.Count, entries.Count);
        Assert.All(entries, entry => Assert.Equal(taken[entry.GetProperty("account").GetString()!], (entry.GetProperty("amount").GetInt64(), entry.GetProperty("method").GetString())));
        var after = await BalancesAsync();
        Assert.All(taken, one => Assert.Equal(before[one.Key] + one.Value.Amount, after[one.Key]));
    }

    [Fact]
    public async Task Cash_that_is_exact_takes_three_taps_after_two_letters()
    {
        await using var till = await stall.OpenAsync();
        var taps = 0;
        await till.Page.ExposeFunctionAsync("countTap", () => ++taps);
        await till.Page.EvaluateAsync("() => addEventListener('click', event => event.isTrusted && countTap(), true)");

        await till.Page.Locator("#search").PressSequentiallyAsync("th");
        await till.Page.Locator(".row", new() { HasText = Stall.Debtor }).ClickAsync();
        await till.Sheet.Locator("[data-method=cash]").ClickAsync();
        await Expect(till.Sheet.Locator(".taken")).ToBeVisibleAsync();
        await till.NextAsync();

        Assert.InRange(taps, 1, 3);
    }

    [Fact]
    public async Task A_double_tap_takes_once_and_the_rest_stays_to_be_paid()
    {
        await using var till = await stall.OpenAsync();
        var number = await NumberAsync("Zoé Queue 39");
        var before = await EntriesOfAsync("Zoé Queue 39");
        await till.FindAsync(number);
        await till.Sheet.Locator("#amount").FillAsync("5");
        await till.Sheet.Locator("[data-method=cash]").DblClickAsync();

        await Expect(till.Sheet.Locator(".taken")).ToBeVisibleAsync();
        await till.NextAsync();
        await till.IsReadyAsync();
        Assert.Equal(before + 1, await EntriesOfAsync("Zoé Queue 39"));
    }

    [Fact]
    public async Task Two_phones_see_what_the_other_took_and_an_entry_is_undone_by_a_reversal()
    {
        await using var one = await stall.OpenAsync();
        await using var other = await stall.OpenAsync();
        var number = await NumberAsync("Zoé Queue 38");
        var balance = (await BalancesByNumberAsync())[number];
        await one.FindAsync(number);
        await one.TakeAsync("cash", "7.00");
        await other.FindAsync(number);
        await Expect(other.Sheet.Locator(".doings li", new() { HasText = "€7.00" }).First).ToBeVisibleAsync();

        await one.Sheet.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(one.Sheet.Locator(".taken")).ToHaveTextAsync("undone");
        await Expect(other.Sheet.Locator(".doings li.undone").First).ToBeVisibleAsync();
        await one.NextAsync();
        await one.IsReadyAsync();
        Assert.Equal(balance, (await BalancesByNumberAsync())[number]);
    }

    [Fact]
    public async Task A_phone_whose_clock_is_wrong_by_a_day_takes_payments_on_the_markets_day()
    {
        await using var till = await stall.OpenAsync(before: phone => phone.AddInitScriptAsync("const now = Date.now; Date.now = () => now() + 86400000; const Old = Date; globalThis.Date = class extends Old { constructor(...parts) { super(...(parts.length ? parts : [now() + 86400000])); } static now() { return now() + 86400000; } };"));
        await till.FindAsync(await NumberAsync("Zoé Queue 37"));
        await till.TakeAsync("cash", "3.03");
        await till.NextAsync();
        await till.IsReadyAsync();

        var state = await stall.StateAsync();
        var entry = state.GetProperty("entries").EnumerateArray().Single(one => one.GetProperty("amount").GetInt64() == 303);
        Assert.True(entry.GetProperty("at").GetDateTimeOffset() < DateTimeOffset.Parse(state.GetProperty("today").GetString()! + "T00:00:00Z", CultureInfo.InvariantCulture).AddDays(2));
    }

    private async Task<Dictionary<string, long>> BalancesAsync() => await ByAsync("account");

    private async Task<Dictionary<string, long>> BalancesByNumberAsync() => await ByAsync("number");

    private async Task<Dictionary<string, long>> ByAsync(string key) => (await stall.StateAsync()).GetProperty("members").EnumerateArray()
        .ToDictionary(member => member.GetProperty(key).GetString()!, member => member.GetProperty("balance").GetInt64(), StringComparer.Ordinal);

    private async Task<string> NumberAsync(string name) => Member(await stall.StateAsync(), name).GetProperty("number").GetString()!;

    private async Task<int> EntriesOfAsync(string name)
    {
        var state = await stall.StateAsync();
        var account = Member(state, name).GetProperty("account").GetString();
        return state.GetProperty("entries").EnumerateArray().Count(entry => entry.GetProperty("account").GetString() == account);
    }

    private static JsonElement Member(JsonElement state, string name) =>
        state.GetProperty("members").EnumerateArray().Single(member => member.GetProperty("name").GetString() == name);
}
