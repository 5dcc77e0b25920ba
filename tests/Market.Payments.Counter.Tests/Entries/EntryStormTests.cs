using System.Text.Json.Nodes;
using CsCheck;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using static Market.Payments.Counter.Tests.Entries.Phone;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>
/// Whatever the network does to what phones send – a batch lost on its way, an answer lost, a batch sent twice at once, phones in any order –
/// the books are those of the same taps on a network that does nothing.
/// </summary>
public abstract class EntryStormTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    private const int Members = 3;

    private enum Network
    {
        Fine,
        Lost,
        AnswerLost,
        Twice,
    }

    [Fact]
    public async Task The_books_are_those_of_the_taps()
    {
        var distribution = await AddPastDistributionAsync();
        var phones = new[] { await OpenAsync(await Fixture.CoordinatorAsync()), await OpenAsync(await Fixture.AdminAsync()) };
        var taps = Gen.Select(Gen.Int[0, Members - 1], Gen.Int[0, 4], Gen.Long[1, 500]).Array[1, 16];
        var turns = Gen.Select(Gen.Int[0, phones.Length - 1], Gen.Int[1, 5], Gen.Enum<Network>()).Array[60];

        await Gen.Select(taps, turns).SampleAsync(
            async (tapped, network) =>
            {
                var (calm, stormy) = (await OpenAccountsAsync(), await OpenAccountsAsync());
                foreach (var entry in Entries(tapped, calm))
                {
                    Assert.Single(await phones[0].SendAsync(distribution, entry));
                }

                await StormAsync(distribution, phones, Entries(tapped, stormy), network);

                for (var member = 0; member < Members; member++)
                {
                    Assert.Equal(await PostedAsync(calm[member]), await PostedAsync(stormy[member]));
                }

                return true;
            },
            iter: 5,
            threads: 1);
    }

    // A member's taps are on one phone: what two phones do to one member at once is nobody's order.
    private static async Task StormAsync(
        string distribution, Phone[] phones, IReadOnlyList<JsonObject> entries, IReadOnlyList<(int Phone, int Size, Network Network)> network)
    {
        var accounts = entries.Select(entry => (string)entry["account"]!).Distinct().ToList();
        var queues = phones.Select((_, phone) => entries.Where(entry => accounts.IndexOf((string)entry["account"]!) % phones.Length == phone).ToList()).ToList();
        foreach (var (phone, size, luck) in network.Concat(queues.SelectMany((queue, phone) => queue.Select(_ => (phone, 1, Network.Fine)))))
        {
            var batch = queues[phone].Take(size).ToArray();
            if (batch.Length == 0 || luck is Network.Lost)
            {
                continue;
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, luck is Network.Twice ? 2 : 1).Select(_ => phones[phone].AnswersAsync(distribution, batch)));
            if (luck is not Network.AnswerLost)
            {
                var answered = answers[0].Select(answer => (string)answer["id"]!).ToHashSet();
                queues[phone].RemoveAll(entry => answered.Contains((string)entry["id"]!));
            }
        }

        Assert.All(queues, Assert.Empty);
    }

    // A payment, a refund (also of what is not there), an undoing of the member's tap before (also where there is none, or twice).
    private static List<JsonObject> Entries(IReadOnlyList<(int Member, int What, long Amount)> taps, IReadOnlyList<string> accounts)
    {
        var entries = new List<JsonObject>();
        foreach (var (member, what, amount) in taps)
        {
            var account = accounts[member];
            var before = entries.FindLast(entry => (string)entry["account"]! == account && (string)entry["kind"]! is not "undo");
            entries.Add(what switch
            {
                0 when before is not null => Undo(before),
                1 => Entry("refund", account, new { method = "cash", amount }),
                2 => Entry("payment", account, new { method = "card-terminal", amount }),
                _ => Cash(account, amount),
            });
        }

        return entries;
    }

    private async Task<IReadOnlyList<string>> OpenAccountsAsync()
    {
        var accounts = new List<string>();
        for (var member = 0; member < Members; member++)
        {
            accounts.Add(await OpenAccountAsync());
        }

        return accounts;
    }

    private async Task<IReadOnlyList<long>> PostedAsync(string account) => [.. (await StatementAsync(account)).Select(line => line.MinorUnits)];
}

[Collection(SqliteSite.Name)]
public sealed class EntryStormOnSqlite(SqliteSite site) : EntryStormTests(site);

[Collection(PostgresSite.Name)]
public sealed class EntryStormOnPostgres(PostgresSite site) : EntryStormTests(site);
