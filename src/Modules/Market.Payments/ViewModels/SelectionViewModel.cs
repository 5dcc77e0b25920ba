namespace Market.Payments.ViewModels;

/// <summary>The announced payments that arrived, as the form of the whole list sends them.</summary>
public class SelectionViewModel
{
    /// <summary>The ids of the pending payments that are ticked.</summary>
    public string[] Selected { get; set; } = [];

    /// <summary>What arrived of each, by the id of the pending payment.</summary>
    public Dictionary<string, string?> Amounts { get; set; } = [];

    /// <summary>The market's day they arrived, as the browser's date field sends it.</summary>
    public string? OccurredOn { get; set; }
}
