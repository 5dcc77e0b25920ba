using Dapper;
using Market.Payments.FireTests.Fixtures;

namespace Market.Payments.FireTests;

/// <summary>Each client is a content item and each member a user. Whoever looks for one of them, as every page does, does not look through all.</summary>
public sealed class OrchardIndexTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Theory]
    [InlineData("ContentItemIndex", "i.ContentItemId = '4none' AND i.Latest = 1")]
    [InlineData("ContentItemIndex", "i.ContentItemId = '4none' AND i.Published = 1")]
    [InlineData("ContentItemIndex", "i.ContentType = 'Product' AND i.Published = 1")]
    [InlineData("ContentItemIndex", "i.ContentType = 'Product' AND (i.Published = 1 OR i.Latest = 1)")]
    [InlineData("UserIndex", "i.UserId = '4none'")]
    [InlineData("UserIndex", "i.UserId IN ('4none', '4nobody')")]
    [InlineData("UserIndex", "i.NormalizedUserName = 'NOBODY'")]
    [InlineData("UserIndex", "i.NormalizedEmail = 'NOBODY@EXAMPLE.ORG'")]
    public async Task What_is_looked_for_is_found_along_an_index(string index, string isOne)
    {
        // As YesSql asks.
        var plan = await fixture.Market.SqlAsync(async transaction => (await transaction.Connection!.QueryAsync<Step>(
            $"EXPLAIN QUERY PLAN SELECT Document.Id FROM Document INNER JOIN {index} i ON i.DocumentId = Document.Id WHERE {isOne} GROUP BY Document.Id",
            transaction: transaction)).Select(step => step.Detail).ToList());

        Assert.Contains(plan, step => step.StartsWith("SEARCH i ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal));
    }

    private sealed class Step
    {
        public string Detail { get; set; } = string.Empty;
    }
}
