using CsCheck;
using Market.Bank.Identity;
using Market.Bank.Statements;

namespace Market.Bank.Tests.Identity;

public class OnceTests
{
    [Fact]
    public void Whole_days_in_any_order_overlap_and_form_bring_each_movement_once() =>
        Gen.Select(
            MadeUpBank.Movements,
            Gen.Select(Gen.OneOf(MadeUpBank.Forms), Gen.Int[1, 4], Gen.Int[0, 3], (form, first, more) => (form, first, last: first + more)).Array[0, 6],
            Gen.OneOf(MadeUpBank.Forms))
        .Sample((all, ranges, form) =>
        {
            // Whatever came before, the last file shows every day.
            var files = ranges.Append((form, first: 1, last: 4)).Select(file => (
                file.form,
                Enumerable.Range(0, all.Length).Where(place => all[place].Day >= file.first && all[place].Day <= file.last).Select(place => MadeUpBank.Show(file.form, all, place)).ToList()));
            Assert.Equal(MadeUpBank.Told(all), MadeUpBank.Told(MadeUpBank.Keep(files)));
        });

    [Fact]
    public void Where_the_banks_ids_last_any_split_brings_each_movement_once() =>
        Gen.Select(MadeUpBank.Movements, Gen.Int[0, 11].Array[0, 12].Array[0, 5]).Sample((all, splits) =>
        {
            var files = splits.Append([.. Enumerable.Range(0, all.Length)]).Select(places => (
                "Camt",
                places.Where(place => place < all.Length).Distinct().Select(place => MadeUpBank.Show("Camt", all, place)).ToList()));
            Assert.Equal(MadeUpBank.Told(all), MadeUpBank.Told(MadeUpBank.Keep(files)));
        });

    [Fact]
    public void Two_equal_payments_of_a_day_stay_two_and_a_third_one_that_a_later_file_shows_is_new()
    {
        var line = Line("VIR DUPONT JEAN");
        var known = MadeUpBank.Keep([("Cfonb", [line, line])]);
        Assert.Equal(2, known.Count);
        Assert.Equal([typeof(Verdict.Known), typeof(Verdict.Known), typeof(Verdict.New)], Once.Judge("Cfonb", [line, line, line], known).Select(verdict => verdict.GetType()));
    }

    [Fact]
    public void Ids_that_a_bank_makes_anew_for_each_file_bring_nothing_twice()
    {
        var known = MadeUpBank.Keep([("Ofx", [Line("VIR DUPONT") with { BankId = "2026-0001" }])]);
        Assert.Equal(new Verdict.Known("0", Likeness.SameText), Assert.Single(Once.Judge("Ofx", [Line("VIR DUPONT") with { BankId = "2026-0099" }], known)));
    }

    [Fact]
    public void An_id_that_several_lines_of_a_file_bear_tells_none_of_them()
    {
        var known = MadeUpBank.Keep([("Ofx", [Line("VIR DUPONT") with { BankId = "20261103" }])]);
        var verdicts = Once.Judge("Ofx", [Line("VIR MARTIN") with { BankId = "20261103" }, Line("VIR DUPONT") with { BankId = "20261103" }], known);
        Assert.Equal([new Verdict.New(), new Verdict.Known("0", Likeness.SameText)], verdicts);
    }

    [Fact]
    public void Another_form_of_the_same_transfer_is_told_by_its_reference_whatever_else_it_says()
    {
        var known = MadeUpBank.Keep([("Camt", [Line("Panier") with { Reference = "RF18539007547034" }])]);
        Assert.Equal(new Verdict.Known("0", Likeness.Reference), Assert.Single(Once.Judge("Cfonb", [Line("VIR SEPA RF18 5390 0754 7034")], known)));
    }

    [Fact]
    public void What_two_forms_do_not_tell_apart_is_doubtful_and_what_they_do_is_new()
    {
        var known = MadeUpBank.Keep([("Camt", [Line("Panier de la semaine")])]);
        Assert.Equal(["0"], Assert.IsType<Verdict.Doubtful>(Assert.Single(Once.Judge("Cfonb", [Line("VIR M MARTIN")], known))).Ids);

        var named = MadeUpBank.Keep([("Camt", [Line("Panier") with { Reference = "RF18539007547034" }])]);
        Assert.IsType<Verdict.New>(Assert.Single(Once.Judge("Cfonb", [Line("VIR RF712348231")], named)));
    }

    [Fact]
    public void The_same_words_on_another_day_or_of_another_amount_are_another_payment()
    {
        var known = MadeUpBank.Keep([("Cfonb", [Line("VIR DUPONT")])]);
        var verdicts = Once.Judge("Cfonb", [Line("VIR DUPONT") with { BookedOn = Reading.Day(4) }, Line("VIR DUPONT") with { Amount = Reading.Euros(31) }], known);
        Assert.All(verdicts, verdict => Assert.IsType<Verdict.New>(verdict));
    }

    private static BankLine Line(string text) => new() { BookedOn = Reading.Day(3), Amount = Reading.Euros(30), Text = text };
}
