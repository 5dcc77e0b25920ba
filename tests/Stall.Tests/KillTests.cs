using System.Collections.Concurrent;
using System.Net;
using Market.Stall.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Stall.Tests;

/// <summary>The stall is killed while people record: what was answered is there, once, and what was not is recorded once when it is sent again.</summary>
public sealed class KillTests
{
    private const int Rounds = 3;

    private const int Clerks = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_at_any_moment_nothing_that_was_answered_is_lost_and_nothing_is_there_twice(int seed)
    {
        var chance = new Random(seed);
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        string[] accounts = [await client.OpenAsync(), await client.OpenAsync(), await client.OpenAsync()];
        var expected = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            // The forms are opened before, so that all that is under way when the stall is killed is recording.
            var forms = new List<SiteForm>();
            foreach (var account in accounts)
            {
                forms.Add(await client.PaymentFormAsync(account, "1"));
            }

            var unanswered = await RecordUntilKilledAsync(stall, client, forms, answersBeforeTheKill: chance.Next(1, 40), expected);
            await stall.RestartAsync();

            // What has no answer may be recorded or not. It is sent again, as a person does who sees no answer.
            foreach (var form in unanswered)
            {
                Assert.Equal(HttpStatusCode.Redirect, (await client.SendAsync(form)).Status);
                expected[form["Key"]!] = Cents(form);
            }

            AssertBooks(stall, expected);
            Assert.Equal(0, (await stall.VerifyAsync()).Code);
        }

        var total = 0L;
        foreach (var account in accounts)
        {
            total += (await client.StandingAsync(account)).Balance;
        }

        Assert.Equal(expected.Values.Sum(), total);
    }

    private static async Task<IReadOnlyCollection<SiteForm>> RecordUntilKilledAsync(
        StallProcess stall, SiteClient client, List<SiteForm> forms, int answersBeforeTheKill, ConcurrentDictionary<string, long> answered)
    {
        var unanswered = new ConcurrentBag<SiteForm>();
        var answers = 0;
        var isKilled = false;
        await Task.WhenAll(Enumerable.Range(0, Clerks).Select(clerk => Task.Run(async () =>
        {
            for (var i = 0; !Volatile.Read(ref isKilled); i++)
            {
                var form = forms[(clerk + i) % forms.Count].With("Key", Guid.NewGuid().ToString("N")).With("Amount", $"{clerk + 1}.{i % 100:00}");
                try
                {
                    Assert.Equal(HttpStatusCode.Redirect, (await client.SendAsync(form)).Status);
                    answered[form["Key"]!] = Cents(form);
                    if (Interlocked.Increment(ref answers) == answersBeforeTheKill)
                    {
                        Volatile.Write(ref isKilled, true);
                        stall.Kill();
                    }
                }
                catch (Exception fault) when (fault is HttpRequestException or System.Net.Sockets.SocketException or IOException)
                {
                    unanswered.Add(form);
                    Assert.True(Volatile.Read(ref isKilled), $"No answer before the kill: {fault}");
                }
            }
        })));
        Assert.True(answers >= answersBeforeTheKill);
        return unanswered;
    }

    private static void AssertBooks(StallProcess stall, ConcurrentDictionary<string, long> expected)
    {
        var recorded = stall.Lines().Select(line => (Key: line.GetProperty("key").GetString()!, Amount: line.GetProperty("amount").GetInt64())).ToList();
        Assert.Equal(recorded.Count, recorded.Select(line => line.Key).Distinct().Count());
        Assert.Equal(
            expected.Select(payment => (payment.Key, payment.Value)).Order(),
            recorded.Order());
    }

    private static long Cents(SiteForm form) => (long)(decimal.Parse(form["Amount"]!, CultureInfo.InvariantCulture) * 100);
}
