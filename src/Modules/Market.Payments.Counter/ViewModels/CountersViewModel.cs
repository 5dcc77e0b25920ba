namespace Market.Payments.Counter.ViewModels;

public class CountersViewModel
{
    public IReadOnlyList<CounterDistribution> Distributions { get; set; } = [];

    /// <summary>The ids of those that are closed.</summary>
    public IReadOnlySet<string> Closed { get; set; } = new HashSet<string>();

    /// <summary>Whether the user may close them.</summary>
    public bool MayClose { get; set; }

    public DateOnly Today { get; set; }
}
