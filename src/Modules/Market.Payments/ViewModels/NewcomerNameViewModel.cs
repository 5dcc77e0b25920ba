namespace Market.Payments.ViewModels;

public class NewcomerNameViewModel
{
    public string? Name { get; set; }
}
