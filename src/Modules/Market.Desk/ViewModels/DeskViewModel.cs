using Market.Payments;

namespace Market.Desk.ViewModels;

/// <summary>The desk of whoever looks.</summary>
public class DeskViewModel
{
    /// <summary>What waits, in its order.</summary>
    public List<DeskMatter> Matters { get; } = [];

    /// <summary>Where to go, in its order.</summary>
    public List<DeskWay> Ways { get; } = [];
}
