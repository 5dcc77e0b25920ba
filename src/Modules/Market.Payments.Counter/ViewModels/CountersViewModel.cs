namespace Market.Payments.Counter.ViewModels;

public class CountersViewModel
{
    public IReadOnlyList<CounterDistribution> Distributions { get; set; } = [];

    /// <summary>The ids of those that are closed.</summary>
    public IReadOnlySet<string> Closed { get; set; } = new HashSet<string>();

    public DateOnly Today { get; set; }
}
