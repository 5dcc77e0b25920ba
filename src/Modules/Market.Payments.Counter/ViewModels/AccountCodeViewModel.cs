namespace Market.Payments.Counter.ViewModels;

public class AccountCodeViewModel
{
    public string Number { get; set; } = string.Empty;

    /// <summary>The code of the number, as an image.</summary>
    public string Svg { get; set; } = string.Empty;
}
