using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>Each sample says what is written beside it, and cut anywhere it is broken or says whole statements only.</summary>
public class SampleTests
{
    public static TheoryData<string> Names => Samples.All;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_says_what_is_written_beside_it(string sample) =>
        Assert.Equal(Samples.Text(sample + ".said"), Samples.Said(Reading.With(StatementFile.Read, Samples.Read(sample))), ignoreLineEndingDifferences: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_anywhere_it_says_whole_statements_or_that_it_is_broken(string sample)
    {
        var content = Samples.Read(sample);
        var whole = Reading.With(StatementFile.Read, content);

        for (var length = 0; length < content.Length; length++)
        {
            var parts = Reading.With(StatementFile.Read, content[..length]);
            if (parts is [.., StatementPart.Broken])
            {
                continue;
            }

            // What is said is how the whole file begins, and ends where a statement does. Only the last balance may lack digits, and then it does not tie.
            Assert.IsType<StatementPart.Ended>(parts[^1]);
            Assert.Equal(whole.Take(parts.Count - 1), parts.SkipLast(1));
            Assert.IsType<StatementPart.Ended>(whole[parts.Count - 1]);
            Assert.True(parts[^1] == whole[parts.Count - 1] || StatementTotals.Of(parts).Last().Difference is { IsZero: false });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_balances_tie(string sample) =>
        Assert.All(StatementTotals.Of(Reading.With(StatementFile.Read, Samples.Read(sample))), totals => Assert.True(totals.Difference is null or { IsZero: true }, totals.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_same_in_other_charsets(string sample)
    {
        var said = Samples.Said(Reading.With(StatementFile.Read, Samples.Read(sample)));

        foreach (var content in Charsets.Of(Charsets.Text(Samples.Read(sample))))
        {
            Assert.Equal(said, Samples.Said(Reading.With(StatementFile.Read, content)));
        }
    }
}
