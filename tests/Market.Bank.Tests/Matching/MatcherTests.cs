using Market.Bank.Matching;
using Market.Bank.Statements;
using Market.Ledger.Banking;

namespace Market.Bank.Tests.Matching;

public class MatcherTests
{
    private static readonly MatchAccount Jean = Account("jean", "Dupont Jean", -34.70m);
    private static readonly MatchAccount Marie = Account("marie", "Dupont Marie", -20m);
    private static readonly MatchAccount Zoe = Account("zoe", "Zoé Lefèvre", 0);
    private static readonly MatchAccount Gone = Account("gone", "Martin Luc", 0) with { IsOpen = false };

    private static readonly MatchBook Book = new() { Accounts = [Jean, Marie, Zoe, Gone] };

    [Theory]
    [InlineData("{0}")]
    [InlineData("virement du 3 {0} merci")]
    public void The_reference_tells_for_certain_whatever_the_amount(string text)
    {
        foreach (var written in (string[])[Jean.Reference, CreditorReference.Printed(Jean.Reference), Jean.Reference.ToLowerInvariant()])
        {
            Assert.Equal(Certain(MatchReason.Reference, new Share("jean", Reading.Euros(12.34m))), Told(Book, Line(12.34m, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, written))));
        }
    }

    [Fact]
    public void One_wrong_digit_is_no_match_but_a_hint()
    {
        var wrong = Jean.Reference[..^1] + (Jean.Reference[^1] == '9' ? '8' : '9');
        var proposal = Told(Book, Line(34.70m, $"REF {wrong}"));
        Assert.Equal((Certainty.None, MatchReason.NearReference), (proposal.Certainty, proposal.Reason));
        Assert.Equal(["jean"], proposal.Hints);
        Assert.Empty(proposal.Shares);
    }

    [Fact]
    public void An_announced_transfer_is_received_by_its_amount_or_all_of_them_or_the_only_one_whatever_it_comes_to()
    {
        var book = Book with { Announced = [Announced("a", "jean", 30), Announced("b", "jean", 4.70m), Announced("c", "zoe", 50)] };
        Assert.Equal([new Share("jean", Reading.Euros(4.70m), "b")], Told(book, Line(4.70m, Jean.Reference)).Shares);
        Assert.Equal([new Share("jean", Reading.Euros(30), "a"), new Share("jean", Reading.Euros(4.70m), "b")], Told(book, Line(34.70m, Jean.Reference)).Shares);
        Assert.Equal([new Share("zoe", Reading.Euros(45), "c")], Told(book, Line(45, Zoe.Reference)).Shares);
        Assert.Equal([new Share("jean", Reading.Euros(10))], Told(book, Line(10, Jean.Reference)).Shares);
    }

    [Fact]
    public void An_announced_transfer_that_arrives_twice_is_received_once()
    {
        var matcher = new Matcher(Book with { Announced = [Announced("a", "jean", 30)] });
        Assert.Equal("a", Assert.Single(matcher.Match(Line(30, Jean.Reference)).Shares).Announced);
        Assert.Null(Assert.Single(matcher.Match(Line(30, Jean.Reference)).Shares).Announced);
    }

    [Fact]
    public void An_announced_amount_and_the_whole_name_are_certain_and_the_amount_alone_is_likely()
    {
        var book = Book with { Announced = [Announced("a", "jean", 30), Announced("c", "zoe", 50)] };
        Assert.Equal(Certain(MatchReason.AnnouncedAndName, new Share("jean", Reading.Euros(30), "a")), Told(book, From(30, "M JEAN DUPONT")));
        Assert.Equal((Certainty.Likely, MatchReason.AnnouncedAndName), Kind(Told(book, From(30, "M J DUPONT"))));
        Assert.Equal((Certainty.Likely, MatchReason.Announced), Kind(Told(book, From(50, "SARL LES FLEURS"))));
    }

    [Fact]
    public void Another_clients_name_tells_more_than_an_amount_that_somebody_announced()
    {
        var book = Book with { Announced = [Announced("c", "zoe", 20)] };
        Assert.Equal([new Share("marie", Reading.Euros(20))], Told(book, From(20, "MARIE DUPONT")).Shares);
        Assert.Equal(MatchReason.Name, Told(book with { Announced = [Announced("c", "zoe", 21)] }, From(21, "MARIE DUPONT")).Reason);
    }

    [Fact]
    public void Two_who_announced_the_same_amount_are_nobody()
    {
        var book = Book with { Announced = [Announced("a", "jean", 30), Announced("c", "zoe", 30)] };
        var proposal = Told(book, From(30, "SARL LES FLEURS"));
        Assert.Equal((Certainty.None, MatchReason.Ambiguous), Kind(proposal));
        Assert.Equal(["jean", "zoe"], proposal.Hints);
    }

    [Fact]
    public void A_name_and_what_it_owes_are_likely_and_the_name_alone_is_a_hint()
    {
        Assert.Equal((Certainty.Likely, MatchReason.AmountAndName), Kind(Told(Book, From(34.70m, "DUPONT JEAN"))));
        Assert.Equal((Certainty.None, MatchReason.Name), Kind(Told(Book, From(35, "DUPONT JEAN"))));
        Assert.Equal((Certainty.None, MatchReason.Nothing), Kind(Told(Book, From(34.70m, "DUPOND JEANNE"))));
    }

    [Fact]
    public void Two_clients_of_one_name_are_told_by_nothing_but_their_reference()
    {
        var twin = Account("twin", "Jean Dupont", -34.70m);
        var book = Book with { Accounts = [Jean, twin], Announced = [Announced("a", "jean", 34.70m)] };
        Assert.Equal(Certainty.Likely, Told(book, From(34.70m, "DUPONT JEAN")).Certainty);
        Assert.Equal((Certainty.None, MatchReason.Ambiguous), Kind(Told(book with { Announced = [] }, From(34.70m, "DUPONT JEAN"))));
        Assert.Equal("twin", Assert.Single(Told(book, From(34.70m, "DUPONT JEAN") with { Reference = twin.Reference }).Shares).AccountId);
    }

    [Fact]
    public void A_payer_who_is_known_is_likely_and_for_two_accounts_only_where_it_comes_out()
    {
        var book = Book with { Payers = new Dictionary<string, IReadOnlyList<string>> { ["key"] = ["zoe"], ["two"] = ["jean", "marie"] } };
        Assert.Equal((Certainty.Likely, MatchReason.KnownPayer), Kind(Told(book, Line(15, "rien") with { CounterpartyAccount = "key" })));
        Assert.Equal([new Share("jean", Reading.Euros(34.70m)), new Share("marie", Reading.Euros(20))], Told(book, Line(54.70m, "rien") with { CounterpartyAccount = "two" }).Shares);
        Assert.Equal([new Share("marie", Reading.Euros(20))], Told(book, Line(20, "rien") with { CounterpartyAccount = "two" }).Shares);
        Assert.Equal((Certainty.None, MatchReason.Ambiguous), Kind(Told(book, Line(55, "rien") with { CounterpartyAccount = "two" })));
    }

    [Fact]
    public void A_payer_who_is_known_for_others_is_not_taken_for_who_announced_the_amount()
    {
        var book = Book with { Announced = [Announced("c", "zoe", 50)], Payers = new Dictionary<string, IReadOnlyList<string>> { ["key"] = ["jean"] } };
        Assert.Equal("jean", Assert.Single(Told(book, Line(50, "rien") with { CounterpartyAccount = "key" }).Shares).AccountId);
    }

    [Fact]
    public void Two_references_are_divided_where_debts_come_to_the_amount()
    {
        var text = $"{Jean.Reference} {Marie.Reference}";
        var proposal = Told(Book, Line(54.70m, text));
        Assert.Equal((Certainty.Likely, MatchReason.SeveralReferences), Kind(proposal));
        Assert.Equal(Reading.Euros(54.70m), proposal.Shares.Aggregate(Reading.Euros(0), (sum, share) => sum + share.Amount));
        Assert.Equal((Certainty.None, MatchReason.Ambiguous), Kind(Told(Book, Line(54, text))));
    }

    [Fact]
    public void What_was_recorded_by_hand_is_not_credited_again_and_a_second_one_is()
    {
        var recorded = new MatchRecorded("op", "jean", Reading.Euros(30), Reading.Day(1));
        var matcher = new Matcher(Book with { Recorded = [recorded] });
        Assert.Equal((Certainty.Certain, MatchReason.Recorded, recorded), Recorded(matcher.Match(Line(30, Jean.Reference))));
        Assert.Equal(MatchReason.Reference, matcher.Match(Line(30, Jean.Reference)).Reason);
        Assert.Equal((Certainty.Likely, MatchReason.Recorded, recorded), Recorded(Told(Book with { Recorded = [recorded] }, From(30, "DUPONT JEAN"))));
        Assert.Equal(MatchReason.Reference, Told(Book with { Recorded = [recorded with { On = Reading.Day(3).AddDays(-40) }] }, Line(30, Jean.Reference)).Reason);
    }

    [Fact]
    public void A_closed_account_takes_nothing()
    {
        Assert.Equal((Certainty.None, MatchReason.ClosedAccount), Kind(Told(Book, Line(10, Gone.Reference))));
        Assert.Equal((Certainty.None, MatchReason.ClosedAccount), Kind(Told(Book, From(10, "LUC MARTIN"))));
    }

    [Fact]
    public void The_accounts_number_is_likely() => Assert.Equal((Certainty.Likely, MatchReason.Number), Kind(Told(Book, Line(10, "panier c-zoe (novembre)"))));

    [Fact]
    public void A_slip_is_told_by_its_number_and_a_payout_by_its_provider_each_once()
    {
        var slip = new MatchArrival("REM-12", ArrivalKind.Slip, "12", Reading.Euros(120), Reading.Day(2));
        var other = slip with { Id = "REM-13", Name = "13" };
        var payout = new MatchArrival("po_1", ArrivalKind.Payout, "Stripe", Reading.Euros(80), Reading.Day(3));
        var matcher = new Matcher(Book with { Arrivals = [slip, other, payout] });
        Assert.Equal((MatchReason.Slip, "REM-13", Certainty.Certain), Arrived(matcher.Match(Line(120, "REMISE CHEQUES 13"))));
        Assert.Equal((MatchReason.Slip, "REM-12", Certainty.Certain), Arrived(matcher.Match(Line(120, "REM CHQ"))));
        Assert.Equal(MatchReason.Nothing, matcher.Match(Line(120, "REM CHQ")).Reason);
        Assert.Equal((MatchReason.Payout, "po_1", Certainty.Certain), Arrived(matcher.Match(Line(80, "VIR STRIPE PAYMENTS"))));
        Assert.Equal(MatchReason.Nothing, new Matcher(Book with { Arrivals = [payout] }).Match(Line(80, "VIR INCONNU")).Reason);
    }

    [Fact]
    public void A_return_takes_back_the_one_line_that_it_names_and_never_another()
    {
        var posted = new MatchPosted("line", Line(30, "Panier") with { EndToEndId = "E2E-4711", Counterparty = "JEAN DUPONT" });
        var other = new MatchPosted("other", Line(30, "Panier") with { EndToEndId = "E2E-4712", Counterparty = "JEAN DUPONT" });
        var book = Book with { Posted = [posted, other] };
        var proposal = Told(book, Line(-30, "Retour") with { IsReturn = true, EndToEndId = "E2E-4711", BookedOn = Reading.Day(9) });
        Assert.Equal((Certainty.Certain, MatchReason.Return, "line"), (proposal.Certainty, proposal.Reason, proposal.Returns));
        Assert.Null(Told(book, From(-30, "JEAN DUPONT RETOUR VIR")).Returns);
        Assert.Equal(MatchReason.MoneyOut, Told(book, From(-30, "JEAN DUPONT")).Reason);
        Assert.Equal((Certainty.Likely, "line"), Return(Told(Book with { Posted = [posted] }, From(-30, "JEAN DUPONT") with { Text = "REJET VIR", BookedOn = Reading.Day(9) })));
    }

    [Theory]
    [InlineData("FRAIS DE TENUE DE COMPTE", MatchReason.BankFee)]
    [InlineData("CHEQUE IMPAYE 0001234", MatchReason.UnpaidCheque)]
    [InlineData("VIR EARL DES POMMIERS", MatchReason.MoneyOut)]
    public void Money_that_goes_out_is_said_and_never_posted(string text, MatchReason reason)
    {
        var proposal = Told(Book, Line(-12, text));
        Assert.Equal((Certainty.None, reason), Kind(proposal));
        Assert.Empty(proposal.Shares);
    }

    [Fact]
    public void A_batch_without_its_details_waits() => Assert.Equal(MatchReason.Batch, Told(Book, Line(34.70m, Jean.Reference) with { Movements = 3 }).Reason);

    private static MatchAccount Account(string id, string name, decimal balance) =>
        new(id, "C-" + id.ToUpperInvariant(), name, CreditorReference.For("C" + id), Reading.Euros(balance), IsOpen: true);

    private static MatchAnnounced Announced(string id, string account, decimal amount) => new(id, account, Reading.Euros(amount));

    private static BankLine Line(decimal amount, string text) => new() { BookedOn = Reading.Day(3), Amount = Reading.Euros(amount), Text = text };

    private static BankLine From(decimal amount, string name) => Line(amount, "Panier de la semaine") with { Counterparty = name };

    private static Proposal Told(MatchBook book, BankLine line) => new Matcher(book).Match(line);

    private static (Certainty, MatchReason) Kind(Proposal proposal) => (proposal.Certainty, proposal.Reason);

    private static (Certainty, MatchReason, MatchRecorded?) Recorded(Proposal proposal) => (proposal.Certainty, proposal.Reason, proposal.Recorded);

    private static (Certainty, string?) Return(Proposal proposal) => (proposal.Certainty, proposal.Returns);

    private static (MatchReason, string?, Certainty) Arrived(Proposal proposal) => (proposal.Reason, proposal.Arrival?.Id, proposal.Certainty);

    private static Expected Certain(MatchReason reason, params Share[] shares) => new(Certainty.Certain, reason, shares);

    // A record's list is compared by reference: what matters here is what is in it.
    private sealed record Expected(Certainty Certainty, MatchReason Reason, Share[] Shares)
    {
        public static implicit operator Expected(Proposal proposal) => new(proposal.Certainty, proposal.Reason, [.. proposal.Shares]);

        public bool Equals(Expected? other) => other is not null && Certainty == other.Certainty && Reason == other.Reason && Shares.SequenceEqual(other.Shares);

        public override int GetHashCode() => HashCode.Combine(Certainty, Reason, Shares.Length);
    }
}
