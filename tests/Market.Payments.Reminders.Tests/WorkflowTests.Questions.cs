using Market.Desk.Home;
using Market.Desk.Trends;
using Market.Ledger.Amounts;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Services;

namespace Market.Payments.Reminders.Tests;

/// <summary>The desk on the site of the workflow: PostgreSQL's driver tells which questions it is asked.</summary>
public sealed partial class WorkflowOnPostgres
{
    private static readonly DateOnly Quiet = new(2025, 2, 3);

    [Fact]
    public async Task The_desk_asks_as_many_questions_however_much_there_is()
    {
        Market.On(Quiet);
        await AddAsync(2);
        await ReadAsync();
        var few = await ReadAsync();

        await AddAsync(25);
        var many = await ReadAsync();

        Assert.All(few, count => Assert.InRange(count, 1, 40));
        Assert.Equal(few, many);
    }

    // The desk, the search for a name and for an amount, and trends.
    private async Task<IReadOnlyList<int>> ReadAsync()
    {
        var counts = new List<int>();
        await Market.InBackgroundAsync(async services =>
        {
            var users = services.GetRequiredService<IUserService>();
            var admin = await users.CreatePrincipalAsync(await users.GetUserAsync("admin"));
            counts.Add(await Questions.CountAsync(() => services.GetRequiredService<DeskReader>().ReadAsync(admin)));
            foreach (var searched in (string[])["question", "31.07"])
            {
                counts.Add(await Questions.CountAsync(async () =>
                {
                    foreach (var finder in services.GetServices<IFinder>())
                    {
                        Assert.InRange((await finder.FindAsync(Searched.Read(searched, Currency.Euro)!)).Count, 0, 2 * Searched.Most);
                    }
                }));
            }

            counts.Add(await Questions.CountAsync(() => services.GetRequiredService<TrendBook>().ReadAsync()));
        });
        return counts;
    }

    private async Task AddAsync(int count)
    {
        var debtors = await Market.OpenAsync([.. Enumerable.Range(0, count).Select(place => $"Question {place}")]);
        await Market.OweAsync(debtors, 31_07, Quiet);
        foreach (var debtor in debtors)
        {
            await Market.PayAsync(debtor, 1_00, Quiet);
            await Market.AnnounceAsync(debtor, 31_07, Quiet);
        }
    }
}
