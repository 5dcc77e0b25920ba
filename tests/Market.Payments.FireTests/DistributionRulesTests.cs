using System.ComponentModel.DataAnnotations;
using Market.Orders.Models;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests;

/// <summary>What recipes, the API and workflows may write of a distribution: they all ask the content manager, as here.</summary>
public sealed class DistributionRulesTests(SqliteMarket fixture) : AutomatedTests(fixture), IClassFixture<SqliteMarket>
{
    private static readonly DateTime Now = new(2027, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2027-03-06", "2027-03-01T08:00Z", "2027-03-05T20:00Z", "")]
    [InlineData("2027-03-06", "2027-03-01T08:00Z", "2027-03-06T12:00Z", "")]
    [InlineData("2027-03-06", "2027-03-01T08:00Z", "2027-03-08T00:00Z", "ClosesUtc")]
    [InlineData("2027-03-06", "2027-03-05T20:00Z", "2027-03-05T20:00Z", "ClosesUtc")]
    [InlineData("2027-02-28", "2027-02-20T08:00Z", "2027-02-27T08:00Z", "Date")]
    [InlineData("2027-02-28", "2027-02-20T08:00Z", "2027-03-05T08:00Z", "ClosesUtc,Date")]
    [InlineData(null, null, null, "ClosesUtc,Date,OpensUtc,Place")]
    public async Task What_is_wrong_is_said_with_its_property(string? date, string? opens, string? closes, string properties)
    {
        Market.Clock.Set = Now;

        Assert.Equal(properties, await JudgeAsync(part => Fill(part, date, opens, closes)));
    }

    [Fact]
    public async Task A_past_day_that_is_meant_is_one()
    {
        Market.Clock.Set = Now;

        Assert.Equal(string.Empty, await JudgeAsync(part =>
        {
            Fill(part, "2027-02-28", "2027-02-20T08:00Z", "2027-02-27T08:00Z");
            part.IsPastDayMeant = true;
        }));
    }

    [Fact]
    public async Task A_day_that_has_passed_stays_one_and_a_distribution_is_not_moved_into_the_past()
    {
        Market.Clock.Set = Now;
        var id = await CreateAsync("2027-03-06", "2027-03-01T08:00Z", "2027-03-05T20:00Z");
        Market.Clock.Set = Now.AddDays(10);

        Assert.Equal(string.Empty, await JudgeAsync(part => part.Place = "Elsewhere", id));
        Assert.Equal("Date", await JudgeAsync(part => part.Date = new DateOnly(2027, 3, 7), id));
        Assert.Equal(string.Empty, await JudgeAsync(part => part.Date = new DateOnly(2027, 3, 20), id));
    }

    [Fact]
    public async Task An_import_brings_what_it_knew_and_is_held_to_the_rest()
    {
        Market.Clock.Set = Now;

        Assert.True(await ImportAsync("2027-02-28", "2027-02-20T08:00Z", "2027-02-27T08:00Z", Now.AddDays(-20)));
        Assert.False(await ImportAsync("2027-02-28", "2027-02-20T08:00Z", "2027-02-27T08:00Z", created: null));
        Assert.False(await ImportAsync("2027-03-06", "2027-03-01T08:00Z", "2027-03-09T08:00Z", Now.AddDays(-20)));
    }

    private static void Fill(DistributionPart part, string? date, string? opens, string? closes)
    {
        if (date is null)
        {
            return;
        }

        part.Place = "Hall";
        part.Date = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        part.OpensUtc = DateTimeOffset.Parse(opens!, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        part.ClosesUtc = DateTimeOffset.Parse(closes!, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
    }

    // The properties that are wrong, sorted.
    private Task<string> JudgeAsync(Action<DistributionPart> fill, string? id = null) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = id is null ? await contents.NewAsync(OrdersConstants.Distribution) : await contents.GetAsync(id, VersionOptions.DraftRequired);
            item.Alter(fill);
            var result = await contents.ValidateAsync(item);
            Assert.All(result.Errors, error => Assert.NotEmpty(error.ErrorMessage!));
            return string.Join(',', result.Errors.SelectMany(error => error.MemberNames).Order(StringComparer.Ordinal));
        },
        _ => false));

    private Task<string> CreateAsync(string date, string opens, string closes) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(OrdersConstants.Distribution);
            item.Alter<DistributionPart>(part => Fill(part, date, opens, closes));
            Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
            return item.ContentItemId;
        },
        _ => true));

    // As a recipe's step does.
    private Task<bool> ImportAsync(string date, string opens, string closes, DateTime? created) => Market.InScopeAsync(async services =>
    {
        var contents = services.GetRequiredService<IContentManager>();
        var item = await contents.NewAsync(OrdersConstants.Distribution);
        item.Alter<DistributionPart>(part => Fill(part, date, opens, closes));
        item.CreatedUtc = created;
        (item.Latest, item.Published) = (true, true);
        try
        {
            await contents.ImportAsync([item]);
            return true;
        }
        catch (ValidationException)
        {
            return false;
        }
    });
}
