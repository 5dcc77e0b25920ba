using System.Text.Json;
using MarketSite.TestHost;

namespace Market.Stall.Tests.Fixtures;

/// <summary>What a person does at the stall, over HTTP and without scripts.</summary>
public static class Till
{
    private static int _clients;

    /// <summary>Ticks the methods that are taken, and no other.</summary>
    public static async Task TickAsync(this SiteClient client, params string[] methods) =>
        await client.SubmitAsync((await client.GetAsync("/Settings")).Form().WithAll("Methods", methods).With("Floor", string.Empty));

    /// <summary>Opens an account for somebody new.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> OpenAsync(this SiteClient client, string? name = null)
    {
        name ??= $"Client {Interlocked.Increment(ref _clients)}";
        var page = await client.SubmitAsync((await client.GetAsync("/client")).Form().With("Name", name));
        return page.Address.AbsolutePath;
    }

    public static async Task<SiteForm> OrderFormAsync(this SiteClient client, string account, string amount) =>
        (await client.GetAsync(account + "/order")).Form().With("Amount", amount);

    public static async Task<SiteForm> PaymentFormAsync(this SiteClient client, string account, string amount, string method = "cash") =>
        (await client.GetAsync(account + "/payment")).Form().With("Amount", amount).With("Method", method);

    public static async Task<SitePage> OrderAsync(this SiteClient client, string account, string amount) =>
        await client.SubmitAsync(await client.OrderFormAsync(account, amount));

    public static async Task<SitePage> PayAsync(this SiteClient client, string account, string amount, string method = "cash") =>
        await client.SubmitAsync(await client.PaymentFormAsync(account, amount, method));

    /// <summary>The account's balance in cents, and how many operations its statement lists.</summary>
    public static async Task<(long Balance, int Operations)> StandingAsync(this SiteClient client, string account)
    {
        var page = await client.GetAsync(account);
        return (long.Parse(page.One("#balance").GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture), page.Document.QuerySelectorAll("#statement li").Length);
    }

    /// <summary>The lines of the file, as anybody reads them.</summary>
    public static List<JsonElement> Lines(this StallProcess stall) =>
        [.. File.ReadAllLines(stall.Operations).Select(line => JsonDocument.Parse(line).RootElement)];
}
