using System.Net;
using Market.Stall.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Stall.Tests;

public sealed class PostingTests(OpenStall open) : IDisposable
{
    private readonly SiteClient _client = open.Stall.NewClient();

    [Fact]
    public async Task An_order_is_owed_and_a_payment_settles_it()
    {
        var account = await _client.OpenAsync("Hélène Petit");

        var ordered = await _client.OrderAsync(account, "12.50");
        Assert.Equal("The order is recorded for Hélène Petit. The balance is now -€12.50.", ordered.TextOf("#done"));
        Assert.Equal("unpaid", ordered.TextOf("#made-of .tag"));

        var part = await _client.PayAsync(account, "5");
        Assert.Equal("Payment of €5.00 recorded for Hélène Petit. The balance is now -€7.50.", part.TextOf("#done"));
        Assert.Equal("part-paid", part.TextOf("#made-of .tag"));
        Assert.Contains("-€7.50 of €12.50", part.TextOf("#made-of"), StringComparison.Ordinal);

        var paid = await _client.PayAsync(account, "7.50");
        Assert.Equal("paid", paid.TextOf("#made-of .tag"));
        Assert.Equal((0, 3), await _client.StandingAsync(account));
    }

    [Fact]
    public async Task The_home_page_says_what_all_owe_and_hold()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        await client.OrderAsync(await client.OpenAsync(), "30");
        await client.OrderAsync(await client.OpenAsync(), "0.05");
        await client.PayAsync(await client.OpenAsync("Élodie"), "8");
        await client.OpenAsync();

        var home = await client.GetAsync("/?Search=elo");

        Assert.Equal(("€30.05", "€8.00"), (home.TextOf("#owed"), home.TextOf("#held")));
        Assert.Contains("Accounts at zero: 1", home.TextOf("#totals"), StringComparison.Ordinal);
        Assert.StartsWith("0–30 days€30.05", home.TextOf("#ages"), StringComparison.Ordinal);
        Assert.Equal(["Élodie €8.00"], home.TextsOf("#accounts li"));
    }

    [Fact]
    public async Task A_debt_shows_its_age_by_the_day_of_the_order()
    {
        var account = await _client.OpenAsync();
        var day = DateTime.Now.AddDays(-45).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await _client.SubmitAsync((await _client.OrderFormAsync(account, "10")).With("Day", day));
        Assert.Contains("31–60 days€10.00", page.TextOf("#ages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_names_an_order_settles_that_one_first()
    {
        var account = await _client.OpenAsync();
        await _client.OrderAsync(account, "10");
        await _client.OrderAsync(account, "20");
        var form = await _client.PaymentFormAsync(account, "20");
        var second = (await _client.GetAsync(account + "/payment")).Document.QuerySelectorAll("#OrderId option")[^1].GetAttribute("value")!;

        var page = await _client.SubmitAsync(form.With("OrderId", second));

        Assert.Equal(["unpaid", "paid"], page.TextsOf("#made-of .tag"));
    }

    [Fact]
    public async Task A_changed_order_posts_the_difference_and_zero_cancels_it()
    {
        var account = await _client.OpenAsync();
        var order = (await _client.OrderAsync(account, "10")).One("#made-of a").GetAttribute("href")!;

        await _client.SubmitAsync((await _client.GetAsync(order)).Form().With("Amount", "8.50"));
        Assert.Equal((-850, 2), await _client.StandingAsync(account));

        await _client.SubmitAsync((await _client.GetAsync(order)).Form());
        Assert.Equal((-850, 2), await _client.StandingAsync(account));

        await _client.SubmitAsync((await _client.GetAsync(order)).Form().With("Amount", "0"));
        Assert.Equal((0, 3), await _client.StandingAsync(account));
    }

    [Fact]
    public async Task A_reversal_names_its_reason_and_happens_once()
    {
        var account = await _client.OpenAsync();
        var link = (await _client.PayAsync(account, "200")).One("#statement a").GetAttribute("href")!;
        var first = (await _client.GetAsync(link)).Form().With("Reason", "One zero too many");
        var second = (await _client.GetAsync(link)).Form().With("Reason", "Once more");

        var without = await _client.SubmitAsync(first.With("Reason", " "));
        Assert.Equal("Please give the reason; the statement shows it.", without.Summary);

        var done = await _client.SubmitAsync(first);
        Assert.Equal("The operation is reversed. The balance is now €0.00.", done.TextOf("#done"));
        Assert.Contains("One zero too many", done.TextOf("#statement"), StringComparison.Ordinal);
        Assert.Empty(done.Document.QuerySelectorAll("#statement a"));

        Assert.Equal("This was already recorded; it is recorded once.", (await _client.SubmitAsync(first)).TextOf("#done"));
        Assert.Equal("This operation has already been reversed.", (await _client.SubmitAsync(second)).Summary);
        Assert.Equal((0, 2), await _client.StandingAsync(account));
    }

    [Fact]
    public async Task A_form_sent_many_times_at_once_records_once()
    {
        var account = await _client.OpenAsync();
        var form = await _client.PaymentFormAsync(account, "3.20");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _client.SubmitAsync(form)));

        Assert.Equal((320, 1), await _client.StandingAsync(account));
        Assert.Single(answers, answer => answer.TextOf("#done").StartsWith("Payment of €3.20 recorded", StringComparison.Ordinal));
        Assert.Equal(11, answers.Count(answer => answer.TextOf("#done") == "This was already recorded; it is recorded once."));
    }

    [Fact]
    public async Task A_form_sent_again_with_another_amount_is_refused()
    {
        var account = await _client.OpenAsync();
        var form = await _client.PaymentFormAsync(account, "3.20");
        await _client.SubmitAsync(form);

        var again = await _client.SubmitAsync(form.With("Amount", "32"));

        Assert.Equal("This form was already sent with other values. Please open it again.", again.Summary);
        Assert.Equal((320, 1), await _client.StandingAsync(account));
    }

    [Fact]
    public async Task A_client_s_form_sent_twice_opens_one_account()
    {
        var form = (await _client.GetAsync("/client")).Form().With("Name", "Twice Tapped");
        var one = await _client.SubmitAsync(form);
        var two = await _client.SubmitAsync(form);
        Assert.Equal(one.Address, two.Address);
        Assert.Single((await _client.GetAsync("/?Search=Twice")).TextsOf("#accounts li"));
    }

    [Fact]
    public async Task A_name_is_changed_and_stands_in_no_operation()
    {
        var account = await _client.OpenAsync("Ursule Mistake");
        await _client.PayAsync(account, "5");
        var form = (await _client.GetAsync($"/client/{account.Split('/')[^1]}")).Form();

        var page = await _client.SubmitAsync(form.With("Name", "Ursule Right"));

        Assert.Equal("Ursule Right", page.TextOf("h1"));
        Assert.Equal((500, 1), await _client.StandingAsync(account));
        Assert.DoesNotContain("Ursule", await File.ReadAllTextAsync(open.Stall.Operations, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/nobody")]
    [InlineData("/account/nobody/payment")]
    [InlineData("/account/nobody/order")]
    [InlineData("/client/nobody")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await _client.AskAsync(address)).Status);

    [Fact]
    public async Task Another_account_s_operation_and_order_are_not_found()
    {
        var mine = await _client.OpenAsync();
        var others = await _client.OrderAsync(await _client.OpenAsync(), "5");
        foreach (var link in new[] { others.One("#statement a"), others.One("#made-of a") })
        {
            var end = link.GetAttribute("href")!.Split('/')[^2..];
            Assert.Equal(HttpStatusCode.NotFound, (await _client.AskAsync($"{mine}/{end[0]}/{end[1]}")).Status);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_records_nothing()
    {
        var account = await _client.OpenAsync();
        var form = await _client.PaymentFormAsync(account, "5");
        var answer = await _client.SendAsync(form.Without("__RequestVerificationToken"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This form no longer works", answer.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), await _client.StandingAsync(account));
    }

    [Fact]
    public async Task A_page_that_has_its_name_point_here_is_not_answered()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, open.Stall.Address) { Headers = { Host = "evil.example" } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => _client.Dispose();
}
