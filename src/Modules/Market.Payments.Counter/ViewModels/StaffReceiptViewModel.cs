namespace Market.Payments.Counter.ViewModels;

/// <summary>A receipt on the screen of who gives it out.</summary>
public class StaffReceiptViewModel
{
    public ReceiptViewModel Receipt { get; set; } = null!;

    /// <summary>Whose it is, for who may see clients; none otherwise.</summary>
    public ClientAccount? Account { get; set; }

    /// <summary>Where it can be mailed to; none where it cannot.</summary>
    public string? Address { get; set; }
}
