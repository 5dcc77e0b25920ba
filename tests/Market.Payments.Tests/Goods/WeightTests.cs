using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>What is sold by weight costs an estimate when it is ordered, and what the scale says once it is weighed.</summary>
public abstract class WeightTests(SiteFixture fixture) : GoodsScenario(fixture)
{
    [Fact]
    public async Task Pieces_are_estimated_and_then_cost_what_they_weigh()
    {
        var stall = await OpenStallAsync();
        var chicken = await AddProductAsync(stall, ByThePiece);
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall, (chicken, "2"));
        Assert.Equal(-3600, await BalanceAsync(member.AccountId));
        Assert.Contains("estimated: 3 kg", (await member.Browser.GetAsync("/order/" + order)).Text, StringComparison.Ordinal);

        var form = (await CorrectionFormAsync(order)).With($"Weights[{chicken.Id}]", "1,45 kg + 1392").With("Reason", "Weighed");
        var answer = await SubmitAsync(form);
        var again = await SubmitAsync(form);

        Assert.Contains($"the account owes {Euro(3410)} for it.", answer.Notices, StringComparison.Ordinal);
        Assert.Contains($"the account owes {Euro(3410)} for it.", again.Notices, StringComparison.Ordinal);
        var statement = await StatementAsync(member.AccountId);
        Assert.Equal([-3600, 190], statement.Select(line => line.MinorUnits));
        Assert.Contains("Weighed", statement[1].Text, StringComparison.Ordinal);
        var page = await member.Browser.GetAsync("/order/" + order);
        Assert.Contains("weighed: 2.842 kg", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("estimated", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weight_is_ordered_in_its_steps_and_no_others()
    {
        var stall = await OpenStallAsync();
        var cheese = await AddProductAsync(stall, ByTheGram);
        using var member = await RegisterAsync();
        var sheet = (await member.Browser.GetAsync("/order?distributionId=" + stall.Distribution)).OrderForm();

        foreach (var wrong in new[] { "300", "1000000", "-250", "1.5" })
        {
            var refused = await member.Browser.SubmitAsync(sheet.With($"Quantities[{cheese.Id}]", wrong));
            Assert.Contains($"{cheese.Name} is ordered in steps of 250 g, up to 999.999 kg.", refused.Text, StringComparison.Ordinal);
        }

        var order = await OrderAsync(member, stall, (cheese, "750"));
        Assert.Equal(-900, await BalanceAsync(member.AccountId));
        await SubmitAsync((await CorrectionFormAsync(order)).With($"Weights[{cheese.Id}]", "0").With("Reason", "None came"));
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task Of_pieces_fewer_may_come_and_another_quantity_is_estimated_anew()
    {
        var stall = await OpenStallAsync();
        var (chicken, egg) = (await AddProductAsync(stall, ByThePiece), await AddProductAsync(stall));
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall, (chicken, "2"), (egg, "3"));
        var form = await CorrectionFormAsync(order);

        await SubmitAsync(form.With($"Came[{chicken.Id}]", "1").With($"Weights[{chicken.Id}]", "1600").With($"Came[{egg.Id}]", "2").With("Reason", "The fox"));
        Assert.Equal(-(1920 + 1000), await BalanceAsync(member.AccountId));

        var change = (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders/" + order)).FormTo($"/Admin/orders/{order}/change");
        await SubmitAsync(change.With($"Quantities[{chicken.Id}]", "3"));
        Assert.Equal(-(5400 + 1000), await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("-200", "A weight cannot be less than nothing.")]
    [InlineData("1,5", "must say that it is in kilograms")]
    [InlineData("1,2345 kg", "three decimals at most")]
    [InlineData("999999+1", "A weight cannot be above 999.999 kg.")]
    [InlineData("heavy", "This is no weight.")]
    public async Task What_is_no_weight_is_refused_with_a_sentence_and_posts_nothing(string weight, string sentence)
    {
        var stall = await OpenStallAsync();
        var chicken = await AddProductAsync(stall, ByThePiece);
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall, (chicken, "1"));

        var answer = await (await Fixture.CoordinatorAsync()).SendAsync((await CorrectionFormAsync(order)).With($"Weights[{chicken.Id}]", weight).With("Reason", "Weighed"));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(weight, answer.FormTo($"/Admin/orders/{order}/correct")[$"Weights[{chicken.Id}]"]);
        Assert.Single(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task A_product_by_weight_says_what_a_piece_weighs_or_in_what_steps_it_is_ordered()
    {
        var stall = await OpenStallAsync();

        Assert.Equal("Say about how much a piece weighs, in grams.", (await WriteProductAsync(form => ByThePiece(form).With("ProductPart.PieceWeight", ""))).ErrorAt("ProductPart.PieceWeight"));
        Assert.Equal("A weight cannot be less than nothing.", (await WriteProductAsync(form => ByThePiece(form).With("ProductPart.PieceWeight", "-1"))).ErrorAt("ProductPart.PieceWeight"));
        Assert.Equal("Say in steps of how many grams it is ordered, like 100.", (await WriteProductAsync(form => ByTheGram(form).With("ProductPart.Step", "0"))).ErrorAt("ProductPart.Step"));

        Task<SitePage> WriteProductAsync(Func<SiteForm, SiteForm> fill) => WriteAsync("Product", form => fill(form
            .With("TitlePart.Title", "Ham")
            .With("ProductPart.ProducerId", stall.Producer)
            .With("ProductPart.Unit", "piece")
            .With("ProductPart.Vat", "5.5")));
    }

    private static SiteForm ByThePiece(SiteForm form) =>
        form.With("ProductPart.SoldBy", "WeighedPiece").With("ProductPart.Price", "12").With("ProductPart.PieceWeight", "1,5 kg");

    private static SiteForm ByTheGram(SiteForm form) =>
        form.With("ProductPart.SoldBy", "Weight").With("ProductPart.Price", "12").With("ProductPart.Step", "250");
}

[Collection(SqliteSite.Name)]
public sealed class WeightsOnSqlite(SqliteSite site) : WeightTests(site);

[Collection(PostgresSite.Name)]
public sealed class WeightsOnPostgres(PostgresSite site) : WeightTests(site);
