namespace Market.Laws.Tests;

internal static class Law
{
    /// <summary>Fails with every offender, each on a line of its own.</summary>
    public static void HasNoOffender(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Prepend("Against the law:")));
    }
}
