using System.Text.RegularExpressions;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Payouts;

namespace Market.Ledger.Tests.Payouts;

/// <summary>What is booked of payouts stays, and a payout that comes back is booked the other way.</summary>
public partial class PayoutTests
{
    private static readonly DateOnly Day = new(2025, 3, 14);

    private static readonly DateTimeOffset Now = new(2025, 3, 14, 8, 15, 0, TimeSpan.Zero);

    private static readonly PayoutFacts Facts = new("stripe", "po_1", TestMarket.Euros(25.05m));

    private static readonly PayoutFacts[] Told =
    [
        Facts with { ArrivedOn = Day },
        Facts with { ArrivedOn = Day, Fees = TestMarket.Euros(0.95m) },
        Facts with { ReturnedOn = Day.AddDays(2) },
        Facts with { ReturnedOn = Day.AddDays(2), Fees = TestMarket.Euros(0.95m) },
    ];

    [Fact]
    public void A_payout_that_comes_back_leaves_its_fees_and_is_booked_twice()
    {
        var entries = Book(Told[1], Told[1] with { ReturnedOn = Day.AddDays(2) }, Told[1] with { ReturnedOn = Day.AddDays(2) });

        Assert.Equal(
            [(PayoutMovement.Arrived, TestMarket.Euros(25.05m), TestMarket.Euros(0.95m), Day), (PayoutMovement.Returned, TestMarket.Euros(-25.05m), TestMarket.Euros(0), Day.AddDays(2))],
            entries.Select(entry => (entry.Movement, entry.Amount, entry.Fees, entry.OccurredOn)));
    }

    [Fact]
    public void Fees_that_become_known_later_are_booked_on_their_day()
    {
        var entries = Book(Told[0], Told[1], Told[1] with { Fees = TestMarket.Euros(1) });

        Assert.Equal([TestMarket.Euros(0), TestMarket.Euros(0.95m), TestMarket.Euros(0.05m)], entries.Select(entry => entry.Fees));
        Assert.Equal([Day, Day.AddDays(1), Day.AddDays(2)], entries.Select(entry => entry.OccurredOn));
    }

    [Fact]
    public void One_that_never_arrived_moves_nothing_and_costs_its_fees()
    {
        Assert.Empty(Book(Facts, Told[2]));
        Assert.Equal((PayoutMovement.Fees, TestMarket.Euros(0.95m)), Assert.Single(Book(Told[3]).Select(entry => (entry.Movement, entry.Fees))));
    }

    [Fact]
    public void Whatever_is_heard_first_and_how_often_the_books_come_to_the_same() =>
        Gen.Int[0, Told.Length - 1].List[0, 12].Sample(order =>
        {
            // What is told is kept: facts only grow.
            var known = Facts;
            var entries = new List<PayoutEntry>();
            foreach (var told in order.Select(place => Told[place]))
            {
                known = known with { ArrivedOn = known.ArrivedOn ?? told.ArrivedOn, ReturnedOn = known.ReturnedOn ?? told.ReturnedOn, Fees = known.Fees ?? told.Fees };
                Append(entries, known);
            }

            Assert.Equal(known is { ArrivedOn: not null, ReturnedOn: null } ? 2505 : 0, entries.Sum(entry => entry.Amount.MinorUnits));
            Assert.Equal(known.Fees?.MinorUnits ?? 0, entries.Sum(entry => entry.Fees.MinorUnits));
            Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Movement).Count());
            Assert.Empty(Findings(entries));
        });

    [Fact]
    public void What_is_changed_taken_out_added_or_moved_is_named()
    {
        var entries = Book(Told[0], Told[1], Told[1] with { ReturnedOn = Day });
        Assert.Equal([Misfit.PayoutChanged], Findings([entries[0], entries[1] with { Fees = TestMarket.Euros(9) }, entries[2]], Head(entries)));
        Assert.Equal([Misfit.PayoutGap], Findings([entries[0], entries[2]], Head(entries)));
        Assert.Equal([Misfit.PayoutGap], Findings([entries[1], entries[0], entries[2]], Head(entries)));
        Assert.Equal([Misfit.PayoutHead], Findings(entries[..2], Head(entries)));
        Assert.Equal([Misfit.PayoutUnreadable], Findings([entries[0], null, entries[2]], Head(entries)));
        Assert.Equal([Misfit.PayoutHead], Findings(entries, new PayoutHead(9, "0")));
        var sealedAnew = entries[2] with { RecordedAt = Now.AddDays(-1) };
        sealedAnew = sealedAnew with { Hash = PayoutHash.Of(sealedAnew) };
        Assert.Equal([Misfit.PayoutChanged], Findings([entries[0], entries[1], sealedAnew], Head([sealedAnew])));
    }

    [Fact]
    public void Nothing_enters_a_closed_period()
    {
        var closed = new PayoutHead(0, string.Empty) { ClosedUntil = Now.AddHours(3) };

        Assert.Equal(Now.AddHours(3), closed.Next(Told[0], Told[0].Missing([], Day)[0], Now).RecordedAt);
    }

    [Fact]
    public void A_closing_fixes_the_payouts_even_if_all_of_their_chain_is_made_anew()
    {
        var entries = Book(Told[1]);
        var calendar = new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero));
        var period = calendar.Due([], Now, Now.AddDays(1)).First();
        using var draft = new ClosingDraft(period, null, Currency.Euro);
        draft.Add(Head(entries));
        var closing = draft.Finish(Now.AddDays(1));
        var forged = entries[0] with { Amount = TestMarket.Euros(9000) };
        forged = forged with { Hash = PayoutHash.Of(forged) };

        Assert.Equal(0, closing.Accounts);
        Assert.Empty(Findings(entries, Head(entries), closing));
        Assert.Equal([Misfit.ClosingRoot], Findings([forged], Head([forged]), closing));
        Assert.Equal([Misfit.ClosingRoot], Findings([], new PayoutHead(0, string.Empty), closing));
    }

    [Fact]
    public void The_document_prints_what_the_engine_hashes_and_names_every_field()
    {
        var document = RepositoryFiles.Read("docs", "payout-format.md");
        var first = new PayoutHead(0, string.Empty).Next(Told[1], Told[1].Missing([], Day)[0], Now);
        var back = Told[1] with { ReturnedOn = Day.AddDays(2) };
        var second = new PayoutHead(0, string.Empty).After(first).Next(back, back.Missing([first], Day)[0], Now.AddDays(2));

        Assert.Equal([PayoutHash.Canonical(first), PayoutHash.Canonical(second)], Fences().Matches(document).Where(match => match.Groups["language"].Value == "text").Select(match => match.Groups["text"].Value));
        Assert.Equal([first.Hash, second.Hash], Fences().Matches(document).Where(match => match.Groups["language"].Value == "sha256").Select(match => match.Groups["text"].Value.Trim()));
        Assert.Equal(
            PayoutHash.Canonical(first).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('=')[0]),
            Rows().Matches(document).Select(match => match.Groups["name"].Value));
        Assert.All(Enum.GetNames<PayoutMovement>(), movement => Assert.Contains($"`{movement}`", document, StringComparison.Ordinal));
    }

    private static List<PayoutEntry> Book(params PayoutFacts[] told)
    {
        var entries = new List<PayoutEntry>();
        foreach (var facts in told)
        {
            Append(entries, facts);
        }

        return entries;
    }

    private static void Append(List<PayoutEntry> entries, PayoutFacts facts)
    {
        foreach (var step in facts.Missing(entries, Day.AddDays(entries.Count)))
        {
            entries.Add(Head(entries).Next(facts, step, Now));
        }
    }

    private static PayoutHead Head(List<PayoutEntry> entries)
    {
        var head = new PayoutHead(0, string.Empty);
        return entries.Count == 0 ? head : head.After(entries[^1]);
    }

    private static IEnumerable<Misfit> Findings(List<PayoutEntry> entries) => Findings(entries, Head(entries));

    private static IEnumerable<Misfit> Findings(IEnumerable<PayoutEntry?> entries, PayoutHead kept, params Closing[] closings)
    {
        using var verifier = new ChainVerifier(Currency.Euro, closings);
        verifier.Read(kept, entries);
        return verifier.Finish().Findings.Select(finding => finding.Misfit);
    }

    [GeneratedRegex("^```(?<language>[a-z0-9]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^\\| `(?<name>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
